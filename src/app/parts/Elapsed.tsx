import { Text } from 'ink'
import { theme } from '../theme.ts'
import { useEverySecond } from './use-every-second.ts'

/** How long something has been waited for. Silent for the first second, so that what is quick stays calm. */
export const Elapsed = () => {
  const seconds = useEverySecond()
  return seconds === 0 ? null : <Text color={theme.muted}>{` ${seconds} s`}</Text>
}
