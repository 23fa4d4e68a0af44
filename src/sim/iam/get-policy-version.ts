import { GetPolicyVersionCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findPolicy, findVersion, versionView } from './managed-policy.ts'

/** A version of a managed policy, with its document. Of AWS's policies the simulator keeps the default version alone. */
export const getPolicyVersion = operation(GetPolicyVersionCommand, ({ PolicyArn, VersionId }, { state }) => {
  const policy = findPolicy(state, PolicyArn)
  const version = findVersion(policy, VersionId)
  return { PolicyVersion: versionView(policy, version) }
})
