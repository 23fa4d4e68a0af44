import { Box } from 'ink'
import { useMemo } from 'react'
import { theme } from '../theme.ts'
import { groupedSeed, qrLines, qrSize } from './qr.ts'
import { Text } from './Text.tsx'

type Props = { otpauth: string; seed: string; title: string; columns: number; rows: number }

/** What stands beside the code wants this many columns: four groups of the seed. */
const besideColumns = 19

/** A QR code to scan, and the seed in it as text, in a window of that size; where the code does not fit, the seed and the size that is wanted. */
export const QrView = ({ otpauth, seed, title, columns, rows }: Props) => {
  const code = useMemo(() => qrLines(otpauth), [otpauth])
  const size = qrSize(code)
  if (size.columns > columns || size.rows > rows)
    return (
      <TooSmall
        seed={seed}
        title={title}
        columns={columns}
        rows={rows}
        wanted={`${size.columns}x${size.rows}`}
      />
    )

  const besideRoom = columns - size.columns - 2
  if (besideRoom >= besideColumns) {
    const roomy = rows >= size.rows + 2 && besideRoom >= besideColumns + 4
    return (
      <Box width={columns} height={rows}>
        <Code lines={roomy ? withMargin(code) : code} />
        <Box flexDirection="column" marginLeft={2} width={besideRoom - (roomy ? 4 : 0)}>
          <Text bold>{title}</Text>
          <Text>Scan it with an authenticator app.</Text>
          <Box flexDirection="column" marginTop={1}>
            <Text color={theme.muted}>No camera? Type the seed into it:</Text>
            <Seed lines={groupedSeed(seed, besideColumns)} />
          </Box>
          <Box marginTop={1}>
            <Text color={theme.muted}>It is shown once. Whoever has it has your codes.</Text>
          </Box>
        </Box>
      </Box>
    )
  }
  const lines = groupedSeed(seed, columns)
  return (
    <Box width={columns} height={rows} flexDirection="column">
      <Code lines={code} />
      {rows >= size.rows + lines.length && <Seed lines={lines} />}
    </Box>
  )
}

/** White and black are named outright: with the colours of a light theme the code would be inverted, and many readers refuse that. */
const Code = ({ lines }: { lines: string[] }) => (
  <Box flexDirection="column" flexShrink={0} width={lines[0]!.length}>
    {lines.map((line, row) => (
      <Text key={row} color="#ffffff" backgroundColor="#000000" wrap="truncate">
        {line}
      </Text>
    ))}
  </Box>
)

/** Two more light modules all around: readers like four, and get three. */
const withMargin = (lines: string[]) => {
  const blank = '█'.repeat(lines[0]!.length + 4)
  return [blank, ...lines.map(line => `██${line}██`), blank]
}

const Seed = ({ lines }: { lines: string[] }) =>
  lines.map((line, row) => (
    <Text key={row} bold wrap="truncate">
      {line}
    </Text>
  ))

const TooSmall = ({ seed, title, columns, rows, wanted }: Omit<Props, 'otpauth'> & { wanted: string }) => (
  <Box width={columns} flexDirection="column">
    {rows >= 8 && <Text bold>{title}</Text>}
    <Text>
      The QR code wants {wanted} cells, here are {columns}x{rows}: enlarge the window, or type this seed into
      the app.
    </Text>
    <Seed lines={groupedSeed(seed, columns)} />
  </Box>
)
