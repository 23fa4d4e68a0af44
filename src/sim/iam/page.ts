import { AwsError } from '../errors.ts'

type Paging = { Marker?: string | undefined; MaxItems?: number | undefined }
type Paged = { IsTruncated: boolean; Marker?: string }

const markerAfter = (key: string): string => Buffer.from(`after:${key}`).toString('base64url')

/** A marker is opaque to callers; the sentence for one that is none is recorded. */
const keyOf = (marker: string): string => {
  const key = Buffer.from(marker, 'base64url').toString().slice('after:'.length)
  if (markerAfter(key) !== marker) throw new AwsError('ValidationError', 'Invalid Marker.')
  return key
}

const byKey = <Item>(left: [string, Item], right: [string, Item]) => (left[0] < right[0] ? -1 : 1)

/**
 * One page of a list in the order of its keys, which must differ, and what the answer says of the rest.
 * Never sorts more than two pages at once, so that a page of a full account costs little more than one walk over it.
 */
export const page = <Item>(
  items: Iterable<Item>,
  key: (item: Item) => string,
  { Marker, MaxItems = 100 }: Paging,
): [items: Item[], paged: Paged] => {
  const after = Marker === undefined ? '' : keyOf(Marker)
  let first: [string, Item][] = []
  let last: string | undefined
  for (const item of items) {
    const place = key(item)
    if (place <= after || (last !== undefined && place > last)) continue
    first.push([place, item])
    if (first.length > 2 * MaxItems + 2) {
      first = first.toSorted(byKey).slice(0, MaxItems + 1)
      last = first.at(-1)![0]
    }
  }
  const sorted = first.toSorted(byKey)
  const shown = sorted.slice(0, MaxItems)
  return [
    shown.map(([, item]) => item),
    sorted.length > shown.length
      ? { IsTruncated: true, Marker: markerAfter(shown.at(-1)![0]) }
      : { IsTruncated: false },
  ]
}
