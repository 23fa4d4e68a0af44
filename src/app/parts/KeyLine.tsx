import { Box } from 'ink'
import { theme } from '../theme.ts'
import { Text } from './Text.tsx'

export type KeyHint = { keys: string; label: string }

/** How wide a hint is, with the gap after it. */
const widthOf = ({ keys, label }: KeyHint) => keys.length + 1 + label.length + 2

/** The hints in lines of that width. Where there is no room for all, the last two stay: they lead to the rest, and out. */
export const fitKeys = (hints: KeyHint[], width: number, lines: number): KeyHint[][] => {
  const rows = inRows(hints, width)
  if (rows.length <= lines || hints.length <= 3) return rows.slice(0, lines)
  return fitKeys([...hints.slice(0, -3), ...hints.slice(-2)], width, lines)
}

const inRows = (hints: KeyHint[], width: number): KeyHint[][] => {
  const rows: KeyHint[][] = [[]]
  let used = 0
  for (const hint of hints) {
    if (used > 0 && used + widthOf(hint) - 2 > width) {
      rows.push([])
      used = 0
    }
    rows.at(-1)!.push(hint)
    used += widthOf(hint)
  }
  return rows
}

/** The keys that do something now. */
export const KeyLine = ({ rows }: { rows: KeyHint[][] }) => (
  <Box flexDirection="column" paddingX={1} flexShrink={0}>
    {rows.map(row => (
      <Text key={row.map(({ keys }) => keys).join(' ')} wrap="truncate-end">
        {row.map(({ keys, label }, index) => (
          <Text key={keys}>
            {index > 0 && '  '}
            <Text bold color={theme.accent}>
              {keys}
            </Text>{' '}
            {label}
          </Text>
        ))}
      </Text>
    ))}
  </Box>
)
