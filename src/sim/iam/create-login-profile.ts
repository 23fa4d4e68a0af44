import { CreateLoginProfileCommand } from '@aws-sdk/client-iam'
import { AwsError } from '../errors.ts'
import { operation } from '../operation.ts'
import { loginProfileView, requirePassword, withPassword } from './password.ts'
import { findUserOrCaller, putUser } from './user.ts'

/** Gives a user a console password. */
export const createLoginProfile = operation(
  CreateLoginProfileCommand,
  ({ UserName, Password, PasswordResetRequired = false }, { state, caller, now }) => {
    const user = findUserOrCaller(state, caller, UserName)
    // The model makes it optional for root sessions of member accounts; a user's profile needs one.
    if (Password === undefined)
      throw new AwsError(
        'ValidationError',
        "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must not be null",
      )
    if (user.loginProfile)
      throw new AwsError('EntityAlreadyExists', `Login Profile for user ${user.name} already exists.`)
    requirePassword(state, user, Password)
    const loginProfile = withPassword(undefined, Password, PasswordResetRequired, now)
    putUser(state, { ...user, loginProfile })
    return loginProfileView(user, loginProfile)
  },
)
