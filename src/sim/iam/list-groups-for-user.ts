import { ListGroupsForUserCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { groupView } from './group.ts'
import { page } from './page.ts'
import { findUser } from './user.ts'

/** The groups a user is in. */
export const listGroupsForUser = operation(ListGroupsForUserCommand, (input, { state }) => {
  const groups = findUser(state, input.UserName).groups.map(id => state.groupById(id)!)
  const [shown, paged] = page(groups, ({ name }) => name.toLowerCase(), input)
  return { Groups: shown.map(group => groupView(state, group)), ...paged }
})
