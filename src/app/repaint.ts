import { useStdout } from 'ink'
import { useEffect } from 'react'

/** To the corner, and everything from there on is gone. */
export const wiped = '\u001B[m\u001B[H\u001B[J'

/** So long after the last resize the window is taken to stay as it is. */
const settledMilliseconds = 30

/** Draws the whole frame anew after a resize: what a terminal makes of the old frame is not known, not even when the size is in the end what it was. */
export const useRepaint = (): void => {
  const { write } = useStdout()
  useEffect(() => {
    let settling: NodeJS.Timeout | undefined
    const resized = () => {
      clearTimeout(settling)
      settling = setTimeout(() => write(wiped), settledMilliseconds)
    }
    process.on('SIGWINCH', resized)
    return () => {
      clearTimeout(settling)
      process.off('SIGWINCH', resized)
    }
  }, [write])
}
