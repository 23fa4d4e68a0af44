import { DeleteUserCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { refuseWhile } from './conflict.ts'
import { findUser } from './user.ts'

/** Deletes a user of whom nothing is left. */
export const deleteUser = operation(DeleteUserCommand, ({ UserName }, { state }) => {
  const user = findUser(state, UserName)
  // Which of several conflicts AWS names is not documented: this is the order of API_DeleteUser.html's list.
  refuseWhile([
    [user.loginProfile !== undefined, 'must delete login profile first'],
    [user.accessKeys.length > 0, 'must delete access keys first'],
    [user.mfaDevices.length > 0, 'must remove tokens from principal first'],
    [Object.keys(user.inline).length > 0, 'must delete policies first'],
    [user.attached.length > 0, 'must detach all policies first'],
    [user.groups.length > 0, 'must remove users from group first'],
  ])
  state.users.delete(user.name.toLowerCase())
})
