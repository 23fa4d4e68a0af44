import { UntagUserCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { withoutTags } from './tags.ts'
import { findUser, putUser } from './user.ts'

/** Takes tags from a user. */
export const untagUser = operation(UntagUserCommand, ({ UserName, TagKeys }, { state }) => {
  const user = findUser(state, UserName)
  putUser(state, { ...user, tags: withoutTags(user.tags, TagKeys) })
})
