import { AttachUserPolicyCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findUser, putUser } from './user.ts'
import { withAttached } from './attached.ts'

/** Attaches a managed policy to a user. */
export const attachUserPolicy = operation(AttachUserPolicyCommand, ({ UserName, PolicyArn }, { state }) => {
  const user = findUser(state, UserName)
  putUser(state, { ...user, attached: withAttached(state, user, PolicyArn, 'PoliciesPerUser') })
})
