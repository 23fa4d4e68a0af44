import { useEffect, useState } from 'react'

/** The machine's time in milliseconds, looked at again every second. */
export const useClock = (): number => {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return now
}
