import { theme } from '../theme.ts'
import { Text } from './Text.tsx'

/** A code lives for one time step of 30 s (RFC 6238). */
const lifetime = 30

/** How long the present code still lives: a bar that empties, and the seconds as a number. */
export const CodeBar = ({ secondsLeft, width }: { secondsLeft: number; width: number }) => {
  const seconds = `${secondsLeft}`.padStart(2)
  const words = width >= 36 ? ` next code in ${seconds} s` : ` ${seconds} s`
  const length = Math.max(0, width - words.length)
  const full = Math.round((Math.min(secondsLeft, lifetime) / lifetime) * length)
  return (
    <Text wrap="truncate">
      <Text color={secondsLeft > 5 ? theme.accent : theme.warn}>{'█'.repeat(full)}</Text>
      <Text color={theme.muted}>{'░'.repeat(length - full)}</Text>
      {words}
    </Text>
  )
}
