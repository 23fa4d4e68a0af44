import type { Tag } from '../state.ts'
import { page } from './page.ts'

type Order = (left: Tag, right: Tag) => number
const byKey: Order = (left, right) => (left.Key < right.Key ? -1 : 1)

/** How a managed policy's tags come: `a`, `b`, `z`, `abc` (recorded). */
export const shortestFirst: Order = (left, right) => left.Key.length - right.Key.length || byKey(left, right)

/** Tags, sorted by key as the documentation says, in pages. Their place is the marker: a key can be longer than a marker may be. */
export const tagPages = (tags: readonly Tag[], paging: Parameters<typeof page>[2], order: Order = byKey) => {
  const sorted = tags.toSorted(order).map((tag, index) => ({ tag, place: String(index).padStart(2, '0') }))
  const [shown, paged] = page(sorted, ({ place }) => place, paging)
  return { Tags: shown.map(({ tag }) => tag), ...paged }
}
