import { GetUserPolicyCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findUser } from './user.ts'
import { encodeDocument, findInline } from './inline.ts'

/** An inline policy of a user, as it was sent, URL-encoded. */
export const getUserPolicy = operation(GetUserPolicyCommand, ({ UserName, PolicyName }, { state }) => {
  const user = findUser(state, UserName)
  return {
    UserName: user.name,
    PolicyName,
    PolicyDocument: encodeDocument(findInline('user', user, PolicyName)),
  }
})
