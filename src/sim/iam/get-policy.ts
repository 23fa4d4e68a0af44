import { GetPolicyCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findPolicy, policyUses, policyView } from './policy.ts'

/** A managed policy, without its document. */
export const getPolicy = operation(GetPolicyCommand, ({ PolicyArn }, { state }) => {
  const policy = findPolicy(PolicyArn)
  return { Policy: { ...policyView(policy, policyUses(state)), Description: policy.description, Tags: [] } }
})
