import { ListInstanceProfileTagsCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findInstanceProfile } from './instance-profile.ts'
import { tagPages } from './tag-pages.ts'

/** The tags of an instance profile. */
export const listInstanceProfileTags = operation(ListInstanceProfileTagsCommand, (input, { state }) =>
  tagPages(findInstanceProfile(state, input.InstanceProfileName).tags, input),
)
