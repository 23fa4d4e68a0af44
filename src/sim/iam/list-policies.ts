import { ListPoliciesCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { page } from './page.ts'
import { below } from './path.ts'
import { managedPolicies, policyUses, policyView } from './managed-policy.ts'

/** The managed policies: AWS's, the account's own, or both. */
export const listPolicies = operation(ListPoliciesCommand, (input, { state }) => {
  const uses = policyUses(state)
  const all = [...below(managedPolicies(state, input.Scope), input.PathPrefix)]
  const { OnlyAttached, PolicyUsageFilter: usage } = input
  const policies = all
    .map(policy => policyView(policy, uses))
    .filter(policy => !OnlyAttached || policy.AttachmentCount! > 0)
    .filter(policy => usage !== 'PermissionsPolicy' || policy.AttachmentCount! > 0)
    .filter(policy => usage !== 'PermissionsBoundary' || policy.PermissionsBoundaryUsageCount! > 0)
  // A name may be one of AWS's and of the account's as well.
  const [Policies, paged] = page(policies, ({ PolicyName, Arn }) => `${PolicyName} ${Arn}`, input)
  return { Policies, ...paged }
})
