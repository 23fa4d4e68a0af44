import { DeletePolicyVersionCommand } from '@aws-sdk/client-iam'
import { AwsError } from '../errors.ts'
import { operation } from '../operation.ts'
import { findOwnVersion, putPolicy } from './own-policy.ts'

/** Deletes a version that is not the default. */
export const deletePolicyVersion = operation(
  DeletePolicyVersionCommand,
  ({ PolicyArn, VersionId }, { state }) => {
    const policy = findOwnVersion(state, PolicyArn, VersionId)
    if (VersionId === policy.defaultVersion)
      throw new AwsError('DeleteConflict', 'Cannot delete the default version of a policy.')
    putPolicy(state, { ...policy, versions: policy.versions.filter(({ id }) => id !== VersionId) })
  },
)
