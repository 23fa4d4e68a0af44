import { Box } from 'ink'
import type { Session } from '../../lab/account.ts'
import { doneCount, type State } from '../state.ts'
import { theme } from '../theme.ts'
import { useClock } from './use-clock.ts'
import { Text } from './Text.tsx'

/** `SIMULATOR` is a practice account, `LIVE` a real one. They differ in word, border and colour. */
export type Label = 'SIMULATOR' | 'LIVE'

type Props = { label: Label; state: State; columns: number; tall: boolean }

const looks = {
  SIMULATOR: { color: theme.simulator, border: 'round', rule: '─' },
  LIVE: { color: theme.live, border: 'double', rule: '═' },
} as const

/** Which account, who is signed in, and how far the lab is. */
export const Header = ({ label, state, columns, tall }: Props) => {
  const { color, border, rule } = looks[label]
  const account = [state.accountId, state.alias && `(${state.alias})`].filter(Boolean).join(' ')
  const middle = columns < 64 ? state.accountId : account
  const line = (
    <Box width={columns - (tall ? 4 : 2)} justifyContent="space-between">
      <Text wrap="truncate-end">
        <Text color={color} bold inverse={label === 'LIVE'}>
          {label === 'LIVE' ? ' LIVE ' : label}
        </Text>
        {columns >= 64 && <Text bold>{'  '}iam-lab</Text>}
        {middle && <Text>{`  ${middle}`}</Text>}
        <Text color={theme.muted}>{`  ${columns < 64 ? who(state).replace('user/', '') : who(state)}`}</Text>
      </Text>
      <Box flexShrink={0} paddingLeft={1}>
        <Text>
          {typeof state.serving === 'object' && (
            <Text color={theme.accent}>{served(state.serving.endpoint, columns)}</Text>
          )}
          <Text bold>{doneCount(state)}</Text>
          {`${columns < 64 ? '/' : ' of '}${state.steps.length}`}
        </Text>
      </Box>
    </Box>
  )
  return tall ? (
    <Box flexShrink={0} borderStyle={border} borderColor={color} paddingX={1} width={columns}>
      <Box flexDirection="column">
        {line}
        {state.session && <SessionLine session={state.session} width={columns - 4} />}
      </Box>
    </Box>
  ) : (
    <Box flexShrink={0} flexDirection="column" width={columns}>
      <Box paddingX={1}>{line}</Box>
      <Text color={color}>{rule.repeat(columns)}</Text>
    </Box>
  )
}

/** Where calls go, where the credentials came from, and when they end. */
const SessionLine = ({ session, width }: { session: Session; width: number }) => {
  const now = useClock()
  const { endpoint, source, expires } = session
  const minutes = expires && Math.max(0, Math.round((expires.getTime() - now) / 60_000))
  const ends =
    expires === undefined
      ? 'no known end'
      : `until ${expires.toISOString().slice(11, 16)} UTC, ${minutes} min`
  const to = endpoint === undefined ? 'AWS' : new URL(endpoint).host
  return (
    <Box width={width}>
      <Text wrap="truncate-end" color={minutes !== undefined && minutes < 10 ? theme.warn : theme.muted}>
        {width < 60 ? `${to}  ${ends}` : `to ${to}  as ${source}  ${ends}`}
      </Text>
    </Box>
  )
}

/** The port alone: the rest of the endpoint is this machine. */
const served = (endpoint: string, columns: number): string =>
  `${columns < 64 ? '' : 'served at '}:${new URL(endpoint).port}  `

/** `arn:aws:iam::111122223333:user/admin` to `user/admin`. */
const who = ({ open, identity }: State): string => {
  if (identity) return identity.split(':').slice(5).join(':')
  return open ? 'nobody signed in' : 'opening the account …'
}
