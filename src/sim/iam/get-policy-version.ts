import { GetPolicyVersionCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findVersion, versionView } from './managed-policy.ts'

/** A version of a managed policy, with its document. Of AWS's policies the simulator keeps the default version alone. */
export const getPolicyVersion = operation(GetPolicyVersionCommand, ({ PolicyArn, VersionId }, { state }) => {
  const [policy, version] = findVersion(state, PolicyArn, VersionId)
  return { PolicyVersion: versionView(policy, version) }
})
