import { ListPoliciesCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { managedPolicies } from './managed-policies.ts'
import { page } from './page.ts'
import { below } from './path.ts'
import { policyUses, policyView } from './policy.ts'

/** The managed policies. The account has none of its own: `Local` is an empty list. */
export const listPolicies = operation(ListPoliciesCommand, (input, { state }) => {
  const uses = policyUses(state)
  const all = input.Scope === 'Local' ? [] : [...below(managedPolicies, input.PathPrefix)]
  const { OnlyAttached, PolicyUsageFilter: usage } = input
  const policies = all
    .map(policy => policyView(policy, uses))
    .filter(policy => !OnlyAttached || policy.AttachmentCount! > 0)
    .filter(policy => usage !== 'PermissionsPolicy' || policy.AttachmentCount! > 0)
    .filter(policy => usage !== 'PermissionsBoundary' || policy.PermissionsBoundaryUsageCount! > 0)
  const [Policies, paged] = page(policies, ({ PolicyName }) => PolicyName!, input)
  return { Policies, ...paged }
})
