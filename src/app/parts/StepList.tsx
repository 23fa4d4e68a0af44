import { Box } from 'ink'
import { useContext } from 'react'
import type { Step } from '../../lab/step.ts'
import type { State } from '../state.ts'
import { colorOf, MarksContext, theme, type Mark } from '../theme.ts'
import { Text } from './Text.tsx'

type Props = { steps: readonly Step[]; state: State }

const markOf = ({ standing, inapplicable }: State, id: string): Mark =>
  inapplicable[id] === undefined ? (standing[id]?.[0]?.level ?? 'pending') : 'not-applicable'
/** All steps, each with how it was proved. */
export const StepList = ({ steps, state, width, legend }: Props & { width: number; legend: boolean }) => {
  const marks = useContext(MarksContext)
  return (
    <Box flexDirection="column" width={width} flexShrink={0} paddingX={1}>
      {steps.map(({ id, title }, index) => {
        const mark = markOf(state, id)
        const current = index === state.cursor
        return (
          <Text key={id} wrap="truncate-end">
            <Text color={theme.accent}>{current ? marks.current : ' '} </Text>
            <Text color={colorOf(mark)}>{marks[mark]}</Text>
            <Text color={theme.muted}>{String(index + 1).padStart(3)} </Text>
            <Text bold={current} {...(current && { color: theme.accent })}>
              {title}
            </Text>
          </Text>
        )
      })}
      {legend && (
        <Box flexDirection="column" marginTop={1} paddingLeft={2}>
          {(['applied', 'verified', 'attested', 'pending'] as const).map(mark => (
            <Text key={mark} color={theme.muted}>
              <Text color={colorOf(mark)}>{marks[mark]}</Text> {mark}
            </Text>
          ))}
        </Box>
      )}
    </Box>
  )
}

/** The same in one line, for narrow windows. */
export const StepStrip = ({ steps, state, columns }: Props & { columns: number }) => {
  const marks = useContext(MarksContext)
  return (
    <Box width={columns} paddingX={1} flexShrink={0} justifyContent="space-between">
      <Text wrap="truncate-end" bold color={theme.accent}>
        {state.cursor + 1} {steps[state.cursor]!.title}
      </Text>
      <Box flexShrink={0} paddingLeft={1}>
        <Text>
          {steps.map(({ id }, index) => {
            const mark = markOf(state, id)
            return index === state.cursor ? (
              <Text key={id} color={theme.accent} bold>
                {state.standing[id] ? marks[mark] : marks.current}
              </Text>
            ) : (
              <Text key={id} color={colorOf(mark)}>
                {marks[mark]}
              </Text>
            )
          })}
        </Text>
      </Box>
    </Box>
  )
}
