import { UpdateLoginProfileCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findLoginProfile, requirePassword, withPassword } from './password.ts'
import { findUser, putUser } from './user.ts'

/** Changes a user's console password, or whether it must be changed at the next sign-in. */
export const updateLoginProfile = operation(
  UpdateLoginProfileCommand,
  ({ UserName, Password, PasswordResetRequired }, { state, now }) => {
    const user = findUser(state, UserName)
    const profile = findLoginProfile(user)
    const resetRequired = PasswordResetRequired ?? profile.resetRequired
    if (Password !== undefined) requirePassword(state, user, Password)
    const loginProfile =
      Password === undefined
        ? { ...profile, resetRequired }
        : withPassword(profile, Password, resetRequired, now)
    putUser(state, { ...user, loginProfile })
  },
)
