import { SetDefaultPolicyVersionCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findOwnVersion, putPolicy } from './own-policy.ts'

/** Chooses the version that counts, for everybody who has the policy. `UpdateDate` stays that of the newest version, as the model says. */
export const setDefaultPolicyVersion = operation(
  SetDefaultPolicyVersionCommand,
  ({ PolicyArn, VersionId }, { state }) => {
    const policy = findOwnVersion(state, PolicyArn, VersionId)
    putPolicy(state, { ...policy, defaultVersion: VersionId })
  },
)
