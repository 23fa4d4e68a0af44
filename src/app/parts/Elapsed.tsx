import { useState } from 'react'
import { theme } from '../theme.ts'
import { useClock } from './use-clock.ts'
import { Text } from './Text.tsx'

/** How long something has been waited for. Silent for the first second, so that what is quick stays calm. */
export const Elapsed = () => {
  const now = useClock()
  const [since] = useState(now)
  const seconds = Math.round((now - since) / 1000)
  return seconds === 0 ? null : <Text color={theme.muted}>{` ${seconds} s`}</Text>
}
