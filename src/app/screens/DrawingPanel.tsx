import { Box } from 'ink'
import { useContext } from 'react'
import type { DrawnLine } from '../drawing.ts'
import { WidthContext, wrapped } from '../parts/Prose.tsx'
import { colorOf, MarksContext, theme } from '../theme.ts'
import { Text } from '../parts/Text.tsx'

/** The account as it grows: what is there stands out, what is still to come has the number of its step. */
export const DrawingPanel = ({ lines }: { lines: DrawnLine[] }) => {
  const marks = useContext(MarksContext)
  const width = useContext(WidthContext)
  return (
    <Box flexDirection="column">
      <Text>
        <Text bold color={theme.accent}>
          The account
        </Text>
        <Text color={theme.muted}>, and the steps to come</Text>
      </Text>
      <Box flexDirection="column" marginTop={1}>
        {lines.map(({ branches, text, level, step }, index) => {
          const shown = level ? text : `${text} (${step})`
          const after = branches.replaceAll('├─', '│ ').replaceAll('└─', '  ')
          return wrapped(shown, Math.max(12, width - branches.length - 2)).map((line, row) => (
            <Text key={`${index} ${row}`} wrap="truncate-end">
              <Text color={theme.muted}>{row === 0 ? branches : after}</Text>
              <Text color={colorOf(level ?? 'pending')}>
                {row > 0 ? '  ' : `${marks[level ?? 'pending']} `}
              </Text>
              <Text {...(!level && { color: theme.muted })}>{line}</Text>
            </Text>
          ))
        })}
      </Box>
    </Box>
  )
}
