import { SetDefaultPolicyVersionCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { stamp } from './ids.ts'
import { findPolicy, findVersion } from './managed-policy.ts'
import { findOwnPolicy, putPolicy } from './own-policy.ts'

/** Chooses the version that counts, for everybody who has the policy. */
export const setDefaultPolicyVersion = operation(
  SetDefaultPolicyVersionCommand,
  ({ PolicyArn, VersionId }, { state, now }) => {
    const policy = findOwnPolicy(state, PolicyArn)
    findVersion(findPolicy(state, PolicyArn), VersionId)
    putPolicy(state, { ...policy, defaultVersion: VersionId, updatedAt: stamp(now) })
  },
)
