import { ListUserTagsCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { page } from './page.ts'
import { findUser } from './user.ts'

/** A user's tags, sorted by key as the documentation says. Their place is the marker: a key can be longer than a marker may be. */
export const listUserTags = operation(ListUserTagsCommand, (input, { state }) => {
  const tags = findUser(state, input.UserName)
    .tags.toSorted((left, right) => (left.Key < right.Key ? -1 : 1))
    .map((tag, index) => ({ tag, place: String(index).padStart(2, '0') }))
  const [shown, paged] = page(tags, ({ place }) => place, input)
  return { Tags: shown.map(({ tag }) => tag), ...paged }
})
