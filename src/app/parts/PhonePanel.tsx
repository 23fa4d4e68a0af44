import { Box } from 'ink'
import type { PhoneCode } from '../../lab/account.ts'
import { theme } from '../theme.ts'
import { CodeBar } from './CodeBar.tsx'
import { Text } from './Text.tsx'

/** A phone is this wide, its edges included. */
export const phoneWidth = 30

/** `123456` as a phone shows it: `123 456`. */
const groupedCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`

/** The practice account's phone, with the authenticator app open: a device, its code, the next one, how long until then. */
export const PhonePanel = ({ codes }: { codes: PhoneCode[] }) => (
  <Box
    flexDirection="column"
    flexShrink={0}
    width={phoneWidth}
    borderStyle="round"
    borderColor={theme.accent}
    paddingX={1}
  >
    {codes.length === 0 && <Text color={theme.muted}>No device is set up yet.</Text>}
    {codes.map(code => (
      <Device key={code.serialNumber} {...code} />
    ))}
  </Box>
)

const Device = ({ label, code, next, usable, secondsLeft }: PhoneCode) => (
  <Box flexDirection="column">
    <Text bold wrap="truncate-middle">
      {label}
    </Text>
    <Text wrap="truncate">
      <Code code={code} usable={usable} />
      {usable === code ? '  next ' : ' used'}
      {usable === next && ' next '}
      {usable !== undefined && usable !== code && usable !== next && ' take '}
      {usable === undefined ? ', wait' : <Code code={usable === code ? next : usable} usable={usable} />}
    </Text>
    <CodeBar secondsLeft={secondsLeft} width={phoneWidth - 4} />
  </Box>
)

/** The code that signs in now stands out. */
const Code = ({ code, usable }: { code: string; usable: string | undefined }) => (
  <Text {...(code === usable ? { bold: true, color: theme.accent } : { color: theme.muted })}>
    {groupedCode(code)}
  </Text>
)
