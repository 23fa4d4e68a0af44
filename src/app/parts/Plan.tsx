import { Box } from 'ink'
import { useContext } from 'react'
import type { Item } from '../item.ts'
import { MarksContext, theme } from '../theme.ts'
import { Prose, WidthContext } from './Prose.tsx'
import { Text } from './Text.tsx'

const lead = {
  consent: 'First you agree: ',
  console: 'In the AWS console: ',
  here: 'On this machine: ',
  left: 'Left: ',
}
const markOf = { waiting: 'pending', sending: 'current', done: 'applied', failed: 'failed' } as const
const colorOf = { waiting: theme.muted, sending: theme.accent, done: theme.good, failed: theme.bad }

/** What will be done or is being done, action by action. `brief` leaves the commands out. */
export const Plan = ({ items, brief = false }: { items: Item[]; brief?: boolean }) => (
  <Box flexDirection="column">
    {items.map((item, index) => (
      <PlanItem key={index} item={item} number={index + 1} brief={brief} />
    ))}
  </Box>
)

const PlanItem = ({ item, number, brief }: { item: Item; number: number; brief: boolean }) => {
  const marks = useContext(MarksContext)
  const { kind, name, status, line, asks, changes } = item
  return (
    <Box flexDirection="column" marginTop={brief ? 0 : 1}>
      <Box>
        <Box flexShrink={0}>
          <Text color={colorOf[status]}>{marks[markOf[status]]}</Text>
          <Text color={theme.muted}>{String(number).padStart(2)} </Text>
        </Box>
        {kind === 'call' ? (
          <Text>
            <Text bold>{name}</Text>
            {asks && <Text color={theme.muted}>{'  after two codes'}</Text>}
            <Text color={status === 'failed' ? theme.bad : theme.muted}>{answer(item)}</Text>
          </Text>
        ) : (
          <Prose inset={4}>{`${lead[kind]}${name}`}</Prose>
        )}
      </Box>
      {!brief && line && (
        <Box paddingLeft={4}>
          <Prose color={theme.muted} inset={4}>
            {line}
          </Prose>
        </Box>
      )}
      {!brief && changes && <Changes changes={changes} />}
    </Box>
  )
}

const answer = ({ status, outcome, ms, requestId }: Item): string => {
  if (status === 'sending') return '  sent …'
  if (outcome === undefined) return ''
  return `  ${outcome}  ${ms} ms${requestId ? `  ${requestId.slice(0, 8)}` : ''}`
}

/** What AWS replaces whole, before and after. */
const Changes = ({ changes }: { changes: NonNullable<Item['changes']> }) => {
  const width = useContext(WidthContext) - 4
  const wide = Math.max(...changes.map(([name]) => name.length))
  const wideBefore = Math.max(...changes.map(([, before]) => before.length))
  const wideAfter = Math.max(...changes.map(([, , after]) => after.length))
  if (wide + wideBefore + wideAfter + 5 > width)
    return (
      <Box flexDirection="column" paddingLeft={4}>
        {changes.map(([name, before, after]) => (
          <Prose key={name} inset={4} {...(before === after && { color: theme.muted })}>
            {`${name}: ${before} → ${after}`}
          </Prose>
        ))}
      </Box>
    )
  return (
    <Box flexDirection="column" paddingLeft={4} marginTop={changes.length > 1 ? 1 : 0}>
      {changes.map(([name, before, after]) => (
        <Text key={name} wrap="truncate-end" {...(before === after && { color: theme.muted })}>
          {name.padEnd(wide)}
          {'  '}
          <Text color={theme.muted}>{before.padStart(wideBefore)}</Text>
          {' → '}
          <Text bold={before !== after}>{after}</Text>
        </Text>
      ))}
    </Box>
  )
}
