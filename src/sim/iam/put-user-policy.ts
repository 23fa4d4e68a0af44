import { PutUserPolicyCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findUser, putUser } from './user.ts'
import { withInline } from './inline.ts'

/** Writes an inline policy into a user, over one of the same name. */
export const putUserPolicy = operation(
  PutUserPolicyCommand,
  ({ UserName, PolicyName, PolicyDocument }, { state }) => {
    const user = findUser(state, UserName)
    putUser(state, { ...user, inline: withInline('user', user, PolicyName, PolicyDocument) })
  },
)
