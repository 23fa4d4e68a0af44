import { DetachUserPolicyCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findUser, putUser } from './user.ts'
import { withoutAttached } from './attached.ts'

/** Detaches a managed policy from a user. */
export const detachUserPolicy = operation(DetachUserPolicyCommand, ({ UserName, PolicyArn }, { state }) => {
  const user = findUser(state, UserName)
  putUser(state, { ...user, attached: withoutAttached(state, user, PolicyArn) })
})
