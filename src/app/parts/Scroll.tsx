import { Box, useBoxMetrics, type DOMElement } from 'ink'
import { createContext, useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'

/** Where a box puts itself that has to be seen, wherever the window onto it stands. */
export const FollowContext = createContext<RefObject<DOMElement | null>>({ current: null })

type Props = {
  /** The row that was scrolled to; undefined while nobody has. */
  at: number | undefined
  /** The first row that shows, and the last that could, as they were last told. */
  first: number
  last: number
  onMeasured: (first: number, last: number) => void
  children: ReactNode
}

/** Rows of a longer thing, from a first one to one behind the last. */
type Rows = { from: number; to: number }

/** The rows of a box within another one that it is in; undefined while there is none. */
const rowsOf = (box: DOMElement | null, within: DOMElement | null): Rows | undefined => {
  if (!box?.yogaNode) return undefined
  let from = 0
  for (let each: DOMElement | undefined = box; each && each !== within; each = each.parentNode)
    from += each.yogaNode?.getComputedTop() ?? 0
  return { from, to: from + box.yogaNode.getComputedHeight() }
}

/** A window onto something longer. While nobody has scrolled, a box that is followed is kept in sight. `onMeasured` hears the first row that shows, and the last that could. */
export const Scroll = ({ at, onMeasured, children, ...told }: Props) => {
  const outer = useRef<DOMElement>(null)
  const inner = useRef<DOMElement>(null)
  const followed = useRef<DOMElement>(null)
  const [seen, setSeen] = useState<Rows>()
  const { height: room, hasMeasured } = useBoxMetrics(outer)
  const { height } = useBoxMetrics(inner)
  const last = Math.max(0, height - room)
  const followedTo = seen === undefined ? 0 : Math.max(0, Math.min(last, seen.from, seen.to - room))
  const first = at === undefined ? followedTo : Math.min(at, last)
  useEffect(() => {
    if (hasMeasured && (first !== told.first || last !== told.last)) onMeasured(first, last)
  }, [hasMeasured, first, last, told.first, told.last, onMeasured])
  useEffect(() => {
    const now = rowsOf(followed.current, inner.current)
    if (now?.from !== seen?.from || now?.to !== seen?.to) setSeen(now)
    // Where the box is follows from what stands in the window, and from its size.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [children, height, room, seen])
  return (
    <Box ref={outer} flexDirection="column" flexGrow={1} flexShrink={1} overflow="hidden">
      <Box ref={inner} flexDirection="column" flexShrink={0} marginTop={-first}>
        <FollowContext value={followed}>{children}</FollowContext>
      </Box>
    </Box>
  )
}
