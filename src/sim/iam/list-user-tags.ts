import { ListUserTagsCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { tagPages } from './tag-pages.ts'
import { findUser } from './user.ts'

/** A user's tags. */
export const listUserTags = operation(ListUserTagsCommand, (input, { state }) =>
  tagPages(findUser(state, input.UserName).tags, input),
)
