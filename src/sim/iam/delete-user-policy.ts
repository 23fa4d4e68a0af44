import { DeleteUserPolicyCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findUser, putUser } from './user.ts'
import { withoutInline } from './inline.ts'

/** Deletes an inline policy of a user. */
export const deleteUserPolicy = operation(DeleteUserPolicyCommand, ({ UserName, PolicyName }, { state }) => {
  const user = findUser(state, UserName)
  putUser(state, { ...user, inline: withoutInline('user', user, PolicyName) })
})
