import { TagPolicyCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findOwnPolicy, putPolicy } from './own-policy.ts'
import { withTags } from './tags.ts'

/** Adds tags to a policy of the account’s own, or gives them new values. */
export const tagPolicy = operation(TagPolicyCommand, ({ PolicyArn, Tags }, { state }) => {
  const policy = findOwnPolicy(state, PolicyArn, 'was not found')
  putPolicy(state, { ...policy, tags: withTags(policy.tags, Tags, 'by case') })
})
