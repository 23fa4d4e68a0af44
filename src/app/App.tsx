import { Box, useInput, usePaste, useWindowSize } from 'ink'
import { useCallback, useEffect } from 'react'
import { csvLeft } from '../lab/credentials-file.ts'
import type { Step } from '../lab/step.ts'
import { keyLine } from './keys.ts'
import type { Outside } from './outside.ts'
import { Elapsed } from './parts/Elapsed.tsx'
import { Header, type Label } from './parts/Header.tsx'
import { fitKeys, KeyLine, type KeyHint } from './parts/KeyLine.tsx'
import { phoneWidth } from './parts/PhonePanel.tsx'
import { PhoneView } from './parts/PhoneView.tsx'
import { WidthContext } from './parts/Prose.tsx'
import { QrView } from './parts/QrView.tsx'
import { Scroll } from './parts/Scroll.tsx'
import { StepList, StepStrip } from './parts/StepList.tsx'
import type { Exit, Opened } from './runs.ts'
import {
  DeleteFilePanel,
  BillingPanel,
  FinishPanel,
  GlossaryPanel,
  KeysPanel,
  LogPanel,
  QuitPanel,
  ServePanel,
} from './screens/panels.tsx'
import { drawing } from './drawing.ts'
import { DrawingPanel } from './screens/DrawingPanel.tsx'
import { FindPanel } from './screens/FindPanel.tsx'
import { StepScreen } from './screens/StepScreen.tsx'
import { devicesFor } from './phone.ts'
import type { State } from './state.ts'
import { MarksContext, theme, type Marks } from './theme.ts'
import { screenOf, useLab, type Lab } from './use-lab.ts'
import { Text } from './parts/Text.tsx'

type Props = {
  label: Label
  steps: readonly Step[]
  /** Opens the account. Called after the first frame, once. */
  open: () => Promise<Opened>
  outside: Outside
  marks: Marks
  onExit: Exit
}

/** Below this a window holds no step. */
const smallest = { columns: 40, rows: 15 }

/** Longer lines are hard to read, however wide the window. */
const widest = 100

/** The full-screen lab. */
export const App = ({ label, marks, ...given }: Props) => {
  const { lab, state } = useLab(given)
  const { columns, rows } = useWindowSize()
  useInput((input, key) => lab.press(input, key))
  usePaste(text => lab.paste(text))
  // The account is opened, and an Enter counts, one turn of the event loop after the frame is out:
  // keys that were pressed before it are read first.
  useEffect(() => {
    const opening = setImmediate(() => void lab.begin())
    return () => clearImmediate(opening)
  }, [lab])
  const screen = screenOf(state)
  useEffect(() => {
    const drawn = setImmediate(() => lab.drawn(screen))
    return () => clearImmediate(drawn)
  }, [lab, screen])
  return (
    <MarksContext value={marks}>
      <Screen label={label} lab={lab} state={state} steps={given.steps} columns={columns} rows={rows} />
    </MarksContext>
  )
}

type ScreenProps = {
  label: Label
  lab: Lab
  state: State
  steps: readonly Step[]
  columns: number
  rows: number
}

const Screen = (props: ScreenProps) => {
  const { lab, state, columns, rows } = props
  const { phase } = state
  if (columns < smallest.columns || rows < smallest.rows) return <TooSmall columns={columns} rows={rows} />
  const hints = keyLine(lab.context(), lab.typing())
  if (phase.at === 'asking' && phase.view === 'qr' && phase.page.shows && !state.panel) {
    const { seed, otpauth } = phase.page.shows
    return (
      <Box flexDirection="column" width={columns} height={rows}>
        <Box flexGrow={1} flexShrink={1} overflow="hidden">
          <QrView otpauth={otpauth} seed={seed} title={phase.page.title} columns={columns} rows={rows - 1} />
        </Box>
        <KeyLine rows={fitKeys(hints, columns - 2, 1)} />
      </Box>
    )
  }
  return <Frame {...props} hints={hints} />
}

const Frame = ({ label, lab, state, steps, columns, rows, hints }: ScreenProps & { hints: KeyHint[] }) => {
  const keys = fitKeys(hints, columns - 2, 2)
  const tall = rows >= 20
  const body = rows - (tall ? 3 : 2) - (tall && state.session ? 1 : 0) - 1 - keys.length
  const phone = state.phone && !state.panel
  const beside = phone && columns >= 72
  const listWidth = columns >= 100 ? 40 : 31
  const room = columns - (beside ? phoneWidth + 1 : 0)
  const list = room >= 72 && body >= steps.length
  const width = Math.min(widest, room - (list ? listWidth + 3 : 2))
  const measured = useCallback((first: number, last: number) => lab.measured(first, last), [lab])
  const phoneView = phone && (
    <PhoneView phone={lab.sitting()?.account.phone} only={codes => devicesFor(codes, state)} />
  )
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      <Header label={label} state={state} columns={columns} tall={tall} />
      {!list && <StepStrip steps={steps} state={state} columns={columns} />}
      <Box flexGrow={1} flexShrink={1} overflow="hidden">
        {list && <StepList steps={steps} state={state} width={listWidth} legend={body >= steps.length + 5} />}
        <Box flexDirection="column" flexGrow={1} flexShrink={1} paddingX={1} {...(list && leftBorder)}>
          <WidthContext value={width}>
            <Scroll {...state.scroll} onMeasured={measured}>
              <Pane lab={lab} state={state} steps={steps} width={width} titled={list} low={!tall} />
            </Scroll>
          </WidthContext>
          {!beside && phoneView}
        </Box>
        {beside && phoneView}
      </Box>
      <StatusLine state={state} columns={columns} />
      <KeyLine rows={keys} />
    </Box>
  )
}

const leftBorder = {
  borderStyle: 'single',
  borderColor: theme.muted,
  borderTop: false,
  borderRight: false,
  borderBottom: false,
} as const

type PaneProps = {
  lab: Lab
  state: State
  steps: readonly Step[]
  width: number
  titled: boolean
  low: boolean
}

const Pane = ({ lab, state, steps, ...room }: PaneProps) => {
  const sitting = lab.sitting()
  switch (state.panel) {
    case 'keys':
      return <KeysPanel context={{ ...lab.context(), state: { ...state, panel: undefined } }} />
    case 'drawing':
      return <DrawingPanel lines={drawing(state, lab.chosen)} />
    case 'glossary':
      return <GlossaryPanel />
    case 'log':
      return <LogPanel steps={steps} calls={lab.calls()} />
    case 'billing':
      return <BillingPanel billing={sitting!.account.billing!} />
    case 'serve':
      return <ServePanel state={state} lines={lab.lines()} />
    case 'finish':
      return (
        <FinishPanel state={state} steps={steps} progress={sitting!.progress} serve={lab.context().serve} />
      )
    case 'delete-file':
      return <DeleteFilePanel csv={sitting && csvLeft(sitting.progress)} />
    case 'find':
    case 'palette':
      return <FindPanel state={state} found={lab.found()} />
    case 'quit':
      return <QuitPanel open={state.open} />
    case undefined:
      return (
        <StepScreen steps={steps} state={state} form={lab.form()} phone={sitting?.account.phone} {...room} />
      )
  }
}

/** What is waited for, or what was just said; and whether there is more to read. */
const StatusLine = ({ state, columns }: { state: State; columns: number }) => {
  const { first, last } = state.scroll
  const more = last === 0 ? '' : first < last ? 'more below (PgDn)' : 'more above (PgUp)'
  const waiting = waitingFor(state)
  return (
    <Box width={columns} height={1} paddingX={1} flexShrink={0} justifyContent="space-between">
      <Text wrap="truncate-end" color={waiting ? theme.warn : theme.muted}>
        {waiting}
        {waiting && <Elapsed key={state.phase.at} />}
        {waiting && state.notice && '  '}
        {state.notice}
        {!waiting && state.looking !== undefined && (
          <Elapsed
            before={`${state.notice && '  '}Looking how the steps stand: ${state.looking} of ${state.steps.length} …`}
          />
        )}
      </Text>
      <Box flexShrink={0} paddingLeft={1}>
        <Text color={theme.accent}>{more}</Text>
      </Box>
    </Box>
  )
}

const waitingFor = ({ open, phase }: State): string | undefined => {
  if (!open) return 'Opening the account …'
  switch (phase.at) {
    case 'planning':
      return 'Looking at the account, to plan …'
    case 'running': {
      const sent = phase.items.find(({ status }) => status === 'sending')?.name
      return sent === undefined ? 'Waiting for AWS to answer …' : `Waiting for AWS to answer ${sent} …`
    }
    case 'reading-back':
      return phase.waiting
        ? `Not seen yet: ${phase.waiting.claim}. Looking again in ${phase.waiting.milliseconds / 1000} s …`
        : 'Reading it back …'
    default:
      return undefined
  }
}

const TooSmall = ({ columns, rows }: { columns: number; rows: number }) => (
  <Box width={columns} height={rows} flexDirection="column" justifyContent="center" alignItems="center">
    <Text>Make the window at least 40x15.</Text>
    <Text color={theme.muted}>
      It is {columns}x{rows} now.
    </Text>
  </Box>
)
