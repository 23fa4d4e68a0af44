import { ListRolePoliciesCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findRole } from './role.ts'
import { page } from './page.ts'

/** The names of a role's inline policies. */
export const listRolePolicies = operation(ListRolePoliciesCommand, (input, { state }) => {
  const names = Object.keys(findRole(state, input.RoleName).inline)
  const [PolicyNames, paged] = page(names, name => name, input)
  return { PolicyNames, ...paged }
})
