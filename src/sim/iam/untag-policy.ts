import { UntagPolicyCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findOwnPolicy, putPolicy } from './own-policy.ts'
import { withoutTags } from './tags.ts'

/** Takes tags from a policy of the account’s own. */
export const untagPolicy = operation(UntagPolicyCommand, ({ PolicyArn, TagKeys }, { state }) => {
  const policy = findOwnPolicy(state, PolicyArn, 'was not found')
  putPolicy(state, { ...policy, tags: withoutTags(policy.tags, TagKeys, 'by case') })
})
