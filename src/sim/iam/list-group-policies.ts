import { ListGroupPoliciesCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findGroup } from './group.ts'
import { page } from './page.ts'

/** The names of a group's inline policies. */
export const listGroupPolicies = operation(ListGroupPoliciesCommand, (input, { state }) => {
  const names = Object.keys(findGroup(state, input.GroupName).inline)
  const [PolicyNames, paged] = page(names, name => name, input)
  return { PolicyNames, ...paged }
})
