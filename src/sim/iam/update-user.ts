import { UpdateUserCommand } from '@aws-sdk/client-iam'
import { AwsError } from '../errors.ts'
import { operation } from '../operation.ts'
import { findUser, putUser } from './user.ts'

/** Renames or moves a user, who keeps the UserId and all that hangs on it. */
export const updateUser = operation(UpdateUserCommand, ({ UserName, NewUserName, NewPath }, { state }) => {
  const user = findUser(state, UserName)
  // AWS refuses a new spelling of the same name too: https://github.com/noobaa/noobaa-core/pull/9323
  if (NewUserName !== undefined && NewUserName !== user.name && state.users.has(NewUserName.toLowerCase()))
    throw new AwsError('EntityAlreadyExists', `User with name ${NewUserName} already exists.`)
  state.users.delete(user.name.toLowerCase())
  putUser(state, { ...user, name: NewUserName ?? user.name, path: NewPath ?? user.path })
})
