import { Box } from 'ink'
import { useContext } from 'react'
import type { Evidence } from '../../lab/step.ts'
import { MarksContext, theme } from '../theme.ts'
import { Prose, WidthContext, wrapped } from './Prose.tsx'
import { Text } from './Text.tsx'

/** What was seen, how far it proves the step, by which call and when. */
export const EvidenceList = ({ evidence }: { evidence: Evidence[] }) => {
  const marks = useContext(MarksContext)
  const width = useContext(WidthContext)
  const narrow = width < 64
  return (
    <Box flexDirection="column">
      {evidence.map(({ claim, holds, level, source, saw, at, beside }) => {
        const color = beside
          ? holds
            ? theme.muted
            : theme.warn
          : !holds
            ? theme.bad
            : level === 'attested'
              ? theme.warn
              : theme.good
        const word = beside
          ? `${marks.pending} beside`
          : holds
            ? `${marks[level]} ${level}`
            : `${marks.failed} not yet`
        const seen = source === 'you' ? saw : `${source}: ${saw}`
        return narrow ? (
          <Box key={claim} flexDirection="column" marginTop={1}>
            {wrapped(`${word}  ${claim}`, width).map((line, row) => (
              <Text key={row} bold wrap="truncate">
                <Text color={color}>{row === 0 ? word : ''}</Text>
                {row === 0 ? line.slice(word.length) : line}
              </Text>
            ))}
            <Prose color={theme.muted}>{`${seen}, ${stamp(at)}`}</Prose>
          </Box>
        ) : (
          <Box key={claim} marginTop={1}>
            <Box flexShrink={0} width={12}>
              <Text color={color}>{word}</Text>
            </Box>
            <Box flexDirection="column" flexShrink={1}>
              <Prose bold inset={12}>
                {claim}
              </Prose>
              <Prose color={theme.muted} inset={12}>
                {seen}
              </Prose>
              <Text color={theme.muted}>{stamp(at)}</Text>
            </Box>
          </Box>
        )
      })}
    </Box>
  )
}

/** `2026-11-23T21:48:07.000Z` to `2026-11-23 21:48:07 UTC`. */
export const stamp = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 19)} UTC`
