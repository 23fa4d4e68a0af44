import { RemoveUserFromGroupCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findGroup } from './group.ts'
import { findUser, putUser } from './user.ts'

/** Takes a user out of a group. What AWS says of a user who is not in it was looked for and not found: here it changes nothing. */
export const removeUserFromGroup = operation(
  RemoveUserFromGroupCommand,
  ({ GroupName, UserName }, { state }) => {
    const group = findGroup(state, GroupName)
    const user = findUser(state, UserName)
    if (!user.groups.includes(group.id)) return
    putUser(state, { ...user, groups: user.groups.filter(id => id !== group.id) })
  },
)
