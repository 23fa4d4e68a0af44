import { GetAccountPasswordPolicyCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findPasswordPolicy } from './account-password-policy.ts'

/** The policy that is set. `ExpirePasswords` is true when passwords have an age. */
export const getAccountPasswordPolicy = operation(GetAccountPasswordPolicyCommand, (_, { state }) => {
  const policy = findPasswordPolicy(state)
  return { PasswordPolicy: { ...policy, ExpirePasswords: policy.MaxPasswordAge !== undefined } }
})
