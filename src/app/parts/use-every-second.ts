import { useEffect, useState } from 'react'

/** Draws a part anew every second; how many have gone by. */
export const useEverySecond = (): number => {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds(before => before + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  return seconds
}
