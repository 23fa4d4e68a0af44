import { DeleteAccountPasswordPolicyCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findPasswordPolicy } from './account-password-policy.ts'

/** Removes the policy: AWS's default one holds again. */
export const deleteAccountPasswordPolicy = operation(DeleteAccountPasswordPolicyCommand, (_, { state }) => {
  findPasswordPolicy(state)
  state.setAccount({ passwordPolicy: undefined })
})
