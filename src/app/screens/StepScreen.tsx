import { Box } from 'ink'
import { useContext } from 'react'
import type { Phone } from '../../lab/account.ts'
import type { Step } from '../../lab/step.ts'
import type { FormNow } from '../form.ts'
import { CodeTimer } from '../parts/CodeTimer.tsx'
import { EvidenceList } from '../parts/EvidenceList.tsx'
import { Form } from '../parts/Form.tsx'
import { QuestionCard } from '../parts/QuestionCard.tsx'
import { Plan } from '../parts/Plan.tsx'
import { Prose } from '../parts/Prose.tsx'
import { nextOpen, type Phase, type State } from '../state.ts'
import { MarksContext, theme } from '../theme.ts'
import { Hints, ReadOn, StepText } from './StepText.tsx'
import { Text } from '../parts/Text.tsx'

type Props = {
  steps: readonly Step[]
  state: State
  form: FormNow | undefined
  phone: Phone | undefined
  width: number
  titled: boolean
  /** Whether the window has few rows. */
  low: boolean
}

/** The step, in whatever phase it is. */
export const StepScreen = (props: Props) => {
  const { steps, state, titled } = props
  const step = steps[state.cursor]!
  return (
    <Box flexDirection="column">
      {titled && (
        <Text bold color={theme.accent} wrap="truncate-end">
          {state.cursor + 1}. {step.title}
        </Text>
      )}
      <Hints step={step} shown={state.hints[step.id] ?? 0} />
      <PhaseView {...props} step={step} phase={state.phase} />
    </Box>
  )
}

const PhaseView = (props: Props & { step: Step; phase: Phase }) => {
  const { phase, step, state } = props
  switch (phase.at) {
    case 'reading':
    case 'planning':
      return state.focus === undefined ? (
        <>
          <StepText step={step} />
          <FormView {...props} />
          <ReadOn step={step} />
        </>
      ) : (
        <FormView {...props} />
      )
    case 'previewing':
      return (
        <>
          <Box marginTop={1}>
            <Text>Enter does this{phase.items.length > 1 ? ', in this order' : ''}:</Text>
          </Box>
          <Plan items={phase.items} />
        </>
      )
    case 'running':
      return <Plan items={phase.items} />
    case 'reading-back':
      return <Plan items={phase.items} />
    case 'asking':
      return <Asking {...props} phase={phase} />
    case 'done':
      return <Done {...props} phase={phase} />
    case 'failed':
      return <Failed phase={phase} />
    case 'not-applicable':
      return (
        <>
          <Box marginTop={1}>
            <Text bold>This account does not have this step.</Text>
          </Box>
          <Box marginTop={1}>
            <Prose>{phase.reason}</Prose>
          </Box>
        </>
      )
  }
}

const FormView = ({ form, state, width }: Props) =>
  form === undefined || Object.keys(form.fields).length === 0 ? null : (
    <Box marginTop={1} flexDirection="column">
      <Form
        fields={form.fields}
        lines={form.lines}
        focus={state.focus}
        problems={shownProblems(form, state)}
        revealed={!state.masked}
        about={form.about}
        width={width}
      />
    </Box>
  )

/** Only what the learner has been at: nobody likes to be told off before typing. */
const shownProblems = ({ problems }: FormNow, { touched }: State): Record<string, string> =>
  Object.fromEntries(Object.entries(problems).filter(([name]) => touched.has(name)))

const Asking = (props: Props & { phase: Extract<Phase, { at: 'asking' }> }) => {
  const { state, phone, width, low } = props
  const { page, problem } = props.phase
  const codes = Object.values(page.fields).some(({ type }) => type === 'code')
  const instructions = (
    <Box marginTop={1} flexDirection="column">
      {page.instructions.map(instruction => (
        <Prose key={instruction}>{instruction}</Prose>
      ))}
    </Box>
  )
  // What is typed into comes first, so that it is in sight in a low window.
  const typing =
    codes ||
    (low && page.consent !== undefined) ||
    (Object.keys(page.fields).length > 1 && state.focus !== undefined)
  return (
    <>
      <Box marginTop={1} flexDirection="column">
        <Prose bold {...(page.consent && { color: theme.warn })}>
          {page.title}
        </Prose>
        {page.url !== '' && <Prose color={theme.muted}>{page.url}</Prose>}
      </Box>
      {problem !== undefined && <Trouble message={problem} />}
      {!typing && instructions}
      <FormView {...props} />
      {codes && !state.phone && <CodeTimer phone={phone} width={Math.min(44, width)} />}
      {typing && instructions}
      {page.consent?.instead && (
        <Box marginTop={1}>
          <Prose>{`Or press Esc twice and take another name in the form: ${page.consent.instead.value} is free.`}</Prose>
        </Box>
      )}
    </>
  )
}

const headings = { now: 'Done.', already: 'Already so: nothing had to be done.', before: 'Done.' }

const Done = ({
  phase,
  state,
  steps,
  step,
}: Props & { step: Step; phase: Extract<Phase, { at: 'done' }> }) => {
  const next = nextOpen(state)
  return (
    <>
      <Box marginTop={1} columnGap={2} flexWrap="wrap">
        <Text color={theme.good} bold>
          {headings[phase.how]}
        </Text>
        <Text wrap="truncate-end">
          <Text color={theme.accent} bold>
            Enter
          </Text>
          {next === undefined ? ' shows what you have now.' : ` goes on: ${next + 1}. ${steps[next]!.title}`}
        </Text>
      </Box>
      <EvidenceList evidence={phase.evidence} />
      {phase.how === 'now' && (
        <Box marginTop={1}>
          <Prose>{step.changed}</Prose>
        </Box>
      )}
      {step.afterwards && (
        <Box marginTop={1}>
          <Prose>{step.afterwards}</Prose>
        </Box>
      )}
      <QuestionCard question={step.question} answer={state.answers[step.id]} now={state.answered} />
    </>
  )
}

const Failed = ({ phase }: { phase: Extract<Phase, { at: 'failed' }> }) => (
  <>
    <Trouble message={phase.trouble.message} code={phase.trouble.code} />
    <Box marginTop={1} flexDirection="column">
      {phase.trouble.means !== undefined && <Said what="It means:" text={phase.trouble.means} />}
      <Said what="What to do:" text={phase.trouble.fix} />
    </Box>
    {phase.items.length > 0 && (
      <Box marginTop={1}>
        <Plan items={phase.items} brief />
      </Box>
    )}
  </>
)

const Said = ({ what, text }: { what: string; text: string }) => (
  <Box>
    <Box flexShrink={0} width={12}>
      <Text bold>{what}</Text>
    </Box>
    <Prose inset={12}>{text}</Prose>
  </Box>
)

const Trouble = ({ message, code }: { message: string; code?: string }) => {
  const marks = useContext(MarksContext)
  return (
    <Box marginTop={1}>
      <Box flexShrink={0}>
        <Text color={theme.bad}>{marks.failed} </Text>
      </Box>
      <Box flexDirection="column">
        {code && (
          <Text color={theme.bad} bold>
            {code}
          </Text>
        )}
        <Prose inset={2}>{message}</Prose>
      </Box>
    </Box>
  )
}
