import type { Tag } from '../state.ts'
import { page } from './page.ts'

/** Tags, sorted by key as the documentation says, in pages. Their place is the marker: a key can be longer than a marker may be. */
export const tagPages = (tags: readonly Tag[], paging: Parameters<typeof page>[2]) => {
  const sorted = tags
    .toSorted((left, right) => (left.Key < right.Key ? -1 : 1))
    .map((tag, index) => ({ tag, place: String(index).padStart(2, '0') }))
  const [shown, paged] = page(sorted, ({ place }) => place, paging)
  return { Tags: shown.map(({ tag }) => tag), ...paged }
}
