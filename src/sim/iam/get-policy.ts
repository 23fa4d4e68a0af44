import { GetPolicyCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findPolicy, policyUses, policyView } from './managed-policy.ts'

/** A managed policy, without its document. */
export const getPolicy = operation(GetPolicyCommand, ({ PolicyArn }, { state }) => {
  const policy = findPolicy(state, PolicyArn, 'was not found')
  const { description: Description, tags } = policy
  return { Policy: { ...policyView(policy, policyUses(state)), Description, Tags: [...tags] } }
})
