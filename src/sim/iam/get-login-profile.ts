import { GetLoginProfileCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findLoginProfile, loginProfileView } from './password.ts'
import { findUserOrCaller } from './user.ts'

/** When a user got a console password, and whether it must be changed. Never the password. */
export const getLoginProfile = operation(GetLoginProfileCommand, ({ UserName }, { state, caller }) => {
  const user = findUserOrCaller(state, caller, UserName)
  return loginProfileView(user, findLoginProfile(user))
})
