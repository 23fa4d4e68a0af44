import { Box, useBoxMetrics, type DOMElement } from 'ink'
import { useEffect, useRef, type ReactNode } from 'react'

type Props = {
  at: number
  /** A row that has to be seen, wherever `at` is. */
  follow?: number | undefined
  onMeasured: (last: number) => void
  children: ReactNode
}

/** A window onto something longer. `at` is the first row that shows; `onMeasured` hears the last that can be. */
export const Scroll = ({ at, follow, onMeasured, children }: Props) => {
  const outer = useRef<DOMElement>(null)
  const inner = useRef<DOMElement>(null)
  const { height: room, hasMeasured } = useBoxMetrics(outer)
  const { height } = useBoxMetrics(inner)
  const last = Math.max(0, height - room)
  const first = follow === undefined ? at : Math.max(0, Math.min(last, follow - room + 4))
  useEffect(() => {
    if (hasMeasured) onMeasured(last)
  }, [hasMeasured, last, onMeasured])
  return (
    <Box ref={outer} flexDirection="column" flexGrow={1} flexShrink={1} overflow="hidden">
      <Box ref={inner} flexDirection="column" flexShrink={0} marginTop={-first}>
        {children}
      </Box>
    </Box>
  )
}
