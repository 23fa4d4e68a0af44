import { TagUserCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { withTags } from './tags.ts'
import { findUser, putUser } from './user.ts'

/** Adds tags to a user, or gives them new values. */
export const tagUser = operation(TagUserCommand, ({ UserName, Tags }, { state }) => {
  const user = findUser(state, UserName)
  putUser(state, { ...user, tags: withTags(user.tags, Tags) })
})
