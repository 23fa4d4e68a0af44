import { useState } from 'react'
import { theme } from '../theme.ts'
import { useClock } from './use-clock.ts'
import { Text } from './Text.tsx'

/** How long something has been waited for, with what is said `before`. Silent for the first second, so that what is quick stays calm. */
export const Elapsed = ({ before = '' }: { before?: string }) => {
  const now = useClock()
  const [since] = useState(now)
  const seconds = Math.round((now - since) / 1000)
  return seconds === 0 ? null : <Text color={theme.muted}>{`${before} ${seconds} s`}</Text>
}
