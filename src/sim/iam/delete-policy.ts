import { DeletePolicyCommand } from '@aws-sdk/client-iam'
import { AwsError } from '../errors.ts'
import { operation } from '../operation.ts'
import { policyUses } from './managed-policy.ts'
import { findOwnPolicy } from './own-policy.ts'

/** Deletes a policy of the account's own that nobody has and that has one version. */
export const deletePolicy = operation(DeletePolicyCommand, ({ PolicyArn }, { state }) => {
  const policy = findOwnPolicy(state, PolicyArn, 'does not exist or is not attachable')
  const { attachments, boundaries } = policyUses(state)
  if (attachments.has(PolicyArn) || boundaries.has(PolicyArn))
    throw new AwsError('DeleteConflict', 'Cannot delete a policy attached to entities.')
  if (policy.versions.length > 1)
    throw new AwsError(
      'DeleteConflict',
      "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
    )
  state.policies.delete(policy.name.toLowerCase())
})
