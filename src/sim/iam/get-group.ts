import { GetGroupCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findGroup, groupView, membersOf } from './group.ts'
import { page } from './page.ts'
import { userView } from './user.ts'

/** A group and its members. */
export const getGroup = operation(GetGroupCommand, (input, { state }) => {
  const group = findGroup(state, input.GroupName)
  const [members, paged] = page(membersOf(state, group.id), ({ name }) => name.toLowerCase(), input)
  return { Group: groupView(state, group), Users: members.map(user => userView(state, user)), ...paged }
})
