import { AddUserToGroupCommand } from '@aws-sdk/client-iam'
import { AwsError } from '../errors.ts'
import { operation } from '../operation.ts'
import { findGroup } from './group.ts'
import { findUser, putUser } from './user.ts'

/** Puts a user into a group. Doing it twice changes nothing. */
export const addUserToGroup = operation(AddUserToGroupCommand, ({ GroupName, UserName }, { state }) => {
  const group = findGroup(state, GroupName)
  const user = findUser(state, UserName)
  if (user.groups.includes(group.id)) return
  if (user.groups.length >= 10)
    throw new AwsError('LimitExceeded', 'Cannot exceed quota for GroupsPerUser: 10')
  putUser(state, { ...user, groups: [...user.groups, group.id] })
})
