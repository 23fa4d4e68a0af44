import { Box } from 'ink'
import type { Phone } from '../../lab/account.ts'
import { CodeBar } from './CodeBar.tsx'
import { useEverySecond } from './use-every-second.ts'

/** How long the code that an authenticator app shows now still lives: by the practice account's clock, else by this machine's. */
export const CodeTimer = ({ phone, width }: { phone: Phone | undefined; width: number }) => {
  useEverySecond()
  const secondsLeft = phone?.codes()[0]?.secondsLeft ?? 30 - (Math.floor(Date.now() / 1000) % 30)
  return (
    <Box marginTop={1}>
      <CodeBar secondsLeft={secondsLeft} width={width} />
    </Box>
  )
}
