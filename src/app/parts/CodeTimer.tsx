import { Box } from 'ink'
import type { Phone } from '../../lab/account.ts'
import { CodeBar } from './CodeBar.tsx'
import { useClock } from './use-clock.ts'

/** How long the code that an authenticator app shows now still lives: by the practice account's phone, else by this machine's clock. */
export const CodeTimer = ({ phone, width }: { phone: Phone | undefined; width: number }) => {
  const seconds = Math.floor(useClock() / 1000)
  const secondsLeft = phone?.codes()[0]?.secondsLeft ?? 30 - (seconds % 30)
  return (
    <Box marginTop={1}>
      <CodeBar secondsLeft={secondsLeft} width={width} />
    </Box>
  )
}
