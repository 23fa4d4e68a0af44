import { DeleteLoginProfileCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findLoginProfile } from './password.ts'
import { findUserOrCaller, putUser } from './user.ts'

/** Takes a user's console password away. */
export const deleteLoginProfile = operation(DeleteLoginProfileCommand, ({ UserName }, { state, caller }) => {
  const user = findUserOrCaller(state, caller, UserName)
  findLoginProfile(user)
  const { loginProfile: _, ...rest } = user
  putUser(state, rest)
})
