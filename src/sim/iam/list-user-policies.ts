import { ListUserPoliciesCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findUser } from './user.ts'
import { page } from './page.ts'

/** The names of a user's inline policies. */
export const listUserPolicies = operation(ListUserPoliciesCommand, (input, { state }) => {
  const names = Object.keys(findUser(state, input.UserName).inline)
  const [PolicyNames, paged] = page(names, name => name, input)
  return { PolicyNames, ...paged }
})
