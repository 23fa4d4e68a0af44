import { ListPolicyTagsCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findPolicy } from './managed-policy.ts'
import { shortestFirst, tagPages } from './tag-pages.ts'

/** The tags of a managed policy; AWS’s have none. */
export const listPolicyTags = operation(ListPolicyTagsCommand, (input, { state }) =>
  tagPages(findPolicy(state, input.PolicyArn, 'was not found').tags, input, shortestFirst),
)
