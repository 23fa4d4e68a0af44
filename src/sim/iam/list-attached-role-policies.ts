import { ListAttachedRolePoliciesCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findRole } from './role.ts'
import { page } from './page.ts'
import { attachedPolicies } from './attached.ts'

/** The managed policies attached to a role itself. */
export const listAttachedRolePolicies = operation(ListAttachedRolePoliciesCommand, (input, { state }) => {
  const policies = attachedPolicies(state, findRole(state, input.RoleName), input.PathPrefix)
  const [AttachedPolicies, paged] = page(
    policies,
    ({ PolicyName, PolicyArn }) => `${PolicyName} ${PolicyArn}`,
    input,
  )
  return { AttachedPolicies, ...paged }
})
