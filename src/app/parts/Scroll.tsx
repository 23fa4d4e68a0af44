import { Box, useBoxMetrics, type DOMElement } from 'ink'
import { createContext, useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'

/** Where a box puts itself that has to be seen, wherever the window onto it stands. */
export const FollowContext = createContext<RefObject<DOMElement | null>>({ current: null })

type Props = {
  at: number
  /** The last row that can come first, as it was last told. */
  last: number
  onMeasured: (last: number) => void
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

/** A window onto something longer. `at` is the first row that shows; from the top a box that is followed is kept in sight; `onMeasured` hears the last that can be. */
export const Scroll = ({ at, last: told, onMeasured, children }: Props) => {
  const outer = useRef<DOMElement>(null)
  const inner = useRef<DOMElement>(null)
  const followed = useRef<DOMElement>(null)
  const [seen, setSeen] = useState<Rows>()
  const { height: room, hasMeasured } = useBoxMetrics(outer)
  const { height } = useBoxMetrics(inner)
  const last = Math.max(0, height - room)
  const first = seen === undefined || at > 0 ? at : Math.max(0, Math.min(last, seen.from, seen.to - room))
  useEffect(() => {
    if (hasMeasured && last !== told) onMeasured(last)
  }, [hasMeasured, last, told, onMeasured])
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
