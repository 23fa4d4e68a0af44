import { ChangePasswordCommand } from '@aws-sdk/client-iam'
import { AwsError } from '../errors.ts'
import { operation } from '../operation.ts'
import { findLoginProfile, requirePassword, withPassword } from './password.ts'
import { findUserOrCaller, putUser } from './user.ts'

/** Changes the caller's own console password. Whether the caller may is the authorization's question. */
export const changePassword = operation(
  ChangePasswordCommand,
  ({ OldPassword, NewPassword }, { state, caller, now }) => {
    // The code for root is the model's; its sentence was looked for in issues and public code and not found.
    if (caller.owner.type === 'root')
      throw new AwsError('InvalidUserType', 'The root user cannot change its password with this operation.')
    const user = findUserOrCaller(state, caller, undefined)
    const profile = findLoginProfile(user)
    // The model declares no error for a wrong old password; what AWS answers was looked for in issues and public code and not found.
    if (OldPassword !== profile.password)
      throw new AwsError('AccessDenied', 'The old password was incorrect.')
    requirePassword(state, user, NewPassword)
    putUser(state, { ...user, loginProfile: withPassword(profile, NewPassword, false, now) })
  },
)
