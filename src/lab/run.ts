import { actionName, errorCode, NotSignedIn, orAbsent, type ApiCall } from './account.ts'
import { Refused, type Ask, type ConsoleTask, type Page } from './console.ts'
import type { Values } from './field.ts'
import { forget, hold } from './held.ts'
import { takeNextCodes } from './mfa.ts'
import { chosenIn, doneHere, evidenceOf, type Made } from './progress.ts'
import { iam } from './sdk.ts'
import { about, seenBy, valuesOf, type Sitting } from './sitting.ts'
import type { Action, Evidence, Step } from './step.ts'

/** How a step stands: whether all of its claims hold, and what was seen. */
export type Standing = { holds: boolean; evidence: Evidence[]; outputs: Record<string, string> }

/** What happened while a plan was carried out, as it happened. */
export type Happening =
  | { type: 'sending'; call: ApiCall }
  | {
      type: 'answered'
      call: ApiCall
      outcome: 'ok' | (string & {})
      ms: number
      requestId: string | undefined
    }
  | { type: 'in-console'; task: ConsoleTask }
  | { type: 'here'; what: string }
  /** What was typed was refused, and is asked for again. */
  | { type: 'refused'; problem: string }

/** What is still to be done for a step. Only reads. */
export const plan = (step: Step, sitting: Sitting, steps: readonly Step[]): Promise<Action[]> =>
  step.plan(valuesOf(step, sitting, steps), seenBy(step, sitting, steps))

/** Reads the password policy in force, which the forms hold new passwords to. Keeps the last one where it may not be read. */
const readPasswordPolicy = async (sitting: Sitting): Promise<void> => {
  const { GetAccountPasswordPolicyCommand } = await iam()
  await orAbsent(sitting.account.send(new GetAccountPasswordPolicyCommand({}))).then(
    answer => (sitting.passwordPolicy = answer?.PasswordPolicy),
    error => {
      if (!(error instanceof NotSignedIn) && errorCode(error) !== 'AccessDenied') throw error
    },
  )
}

const asksForPassword = (step: Step) => Object.values(step.fields).some(({ type }) => type === 'password')

/** Looks how a step stands, and writes down what was seen when it holds. Only reads. */
export const verify = async (step: Step, sitting: Sitting, steps: readonly Step[]): Promise<Standing> => {
  const found = await step.verify(valuesOf(step, sitting, steps), seenBy(step, sitting, steps))
  if (asksForPassword(step)) await readPasswordPolicy(sitting)
  const at = sitting.now().toISOString()
  const level = step.level === 'applied' && !doneHere(sitting.progress, step.id) ? 'verified' : step.level
  const evidence = found.map(({ outputs: _, ...finding }): Evidence => ({ ...finding, level, at }))
  const holds = evidence.every(each => each.holds)
  if (holds && !sameAs(evidence, evidenceOf(sitting.progress, step.id)))
    sitting.progress.record({ type: 'saw', step: step.id, evidence })
  return { holds, evidence, outputs: present(Object.assign({}, ...found.map(({ outputs }) => outputs))) }
}

const present = (outputs: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(outputs).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

const sameAs = (one: Evidence[], other: Evidence[]) =>
  JSON.stringify(one.map(timeless)) === JSON.stringify(other.map(timeless))
const timeless = ({ at: _, ...rest }: Evidence) => rest

/**
 * Looks again, with back-off, while a change that was just made does not show yet: IAM is eventually consistent.
 * `waiting` hears what is waited for and for how long, in milliseconds. Gives up after 15 s, with what was seen last.
 */
export const readBack = async (
  step: Step,
  sitting: Sitting,
  steps: readonly Step[],
  waiting: (claim: string, milliseconds: number) => void = () => {},
): Promise<Standing> => {
  for (let wait = 1000; ; wait *= 2) {
    const standing = await verify(step, sitting, steps)
    if (standing.holds || wait > 8000) return standing
    waiting(standing.evidence.find(({ holds }) => !holds)!.claim, wait)
    await sitting.pause(wait)
  }
}

/**
 * Writes down what was chosen for a step, without what is secret. A value that only repeats what was worked out
 * from other choices (the path that has the user's name in it) is no choice, and follows them.
 */
export const choose = (step: Step, values: Values, sitting: Sitting, steps: readonly Step[]): void => {
  const known = about(sitting, steps)
  const own = Object.entries(values).filter(([name, value]) => {
    const initial = step.fields[name]?.initial
    return typeof initial !== 'function' || initial(known) !== value
  })
  sitting.chosen.set(step.id, Object.fromEntries(own))
  const open = Object.fromEntries(own.filter(([name]) => step.fields[name]?.type !== 'password'))
  if (JSON.stringify(open) !== JSON.stringify(chosenIn(sitting.progress, step.id)))
    sitting.progress.record({ type: 'chose', step: step.id, values: open })
}

/** Carries actions out in order, and stops at the first that fails. Each is in the journal before it is sent and after it is answered. */
export async function* carryOut(
  step: Step,
  actions: Action[],
  sitting: Sitting,
  ask: Ask,
): AsyncGenerator<Happening> {
  for (const action of actions) {
    if ('console' in action) yield* inConsole(step, action.console, sitting, ask)
    else if ('here' in action) {
      const { here: what } = action
      const made = await action.run(sitting.held)
      sitting.progress.record({ type: 'did-here', step: step.id, what, ...(made && { made }) })
      yield { type: 'here', what: action.here }
    } else if ('ask' in action) yield* withAnswers(step, action, sitting, ask)
    else yield* send(step, action.call, sitting, action.before)
  }
  await readPasswordPolicy(sitting)
}

async function* send(
  step: Step,
  call: ApiCall,
  sitting: Sitting,
  before?: Record<string, unknown>,
): AsyncGenerator<Happening> {
  const { redacted } = await import('./redact.ts')
  const name = actionName(call)
  const input = redacted(call)
  yield { type: 'sending', call }
  sitting.progress.record({ type: 'sending', step: step.id, call: name, input, ...(before && { before }) })
  const started = performance.now()
  const answered = (outcome: string, requestId: string | undefined, made?: Made): Happening => {
    const ms = Math.round(performance.now() - started)
    sitting.progress.record({
      type: 'answered',
      step: step.id,
      call: name,
      outcome,
      ms,
      ...(requestId && { requestId }),
      ...(made && { made }),
    })
    return { type: 'answered', call, outcome, ms, requestId }
  }
  try {
    const output = await sitting.account.send(call)
    hold(sitting.held, call, output)
    yield answered('ok', requestIdOf(output), idsIn(output))
  } catch (error) {
    yield answered(errorCode(error), requestIdOf(error))
    throw error
  }
}

/** The ids of what an answer shows to have been made; never its secrets. */
const idsIn = (output: unknown): Made | undefined => {
  const { AccessKey } = output as { AccessKey?: { AccessKeyId?: string } }
  return AccessKey && { AccessKeyId: AccessKey.AccessKeyId }
}

const requestIdOf = (answer: unknown): string | undefined =>
  (answer as { $metadata?: { requestId?: string } }).$metadata?.requestId

/** Asks on a page until what was typed is taken. A refusal is said and asked again; any other error passes. */
async function* asking(
  page: Page,
  ask: Ask,
  attempt: (values: Values) => AsyncGenerator<Happening, Page | undefined>,
): AsyncGenerator<Happening> {
  let current: Page | undefined = page
  let problem: string | undefined
  while (current) {
    const values = await ask(current, problem)
    problem = undefined
    try {
      current = yield* attempt(values)
    } catch (error) {
      problem = refusal(error)
      if (problem === undefined) throw error
      yield { type: 'refused', problem }
    }
  }
}

const refusal = (error: unknown): string | undefined => {
  if (error instanceof Refused) return error.message
  return errorCode(error) === 'InvalidAuthenticationCode'
    ? `${(error as Error).message} ${takeNextCodes}`
    : undefined
}

const withAnswers = (
  step: Step,
  action: Extract<Action, { ask: unknown }>,
  sitting: Sitting,
  ask: Ask,
): AsyncGenerator<Happening> =>
  asking(action.ask(sitting.held), ask, async function* (values) {
    yield* send(step, action.complete(values, sitting.held), sitting)
    return undefined
  })

async function* inConsole(
  step: Step,
  task: ConsoleTask,
  sitting: Sitting,
  ask: Ask,
): AsyncGenerator<Happening> {
  const { console } = sitting.account
  yield* asking(await console.page(task), ask, async function* (values) {
    return await console.submit(task, values)
  })
  if (task === 'sign-out') forget(sitting.held)
  sitting.progress.record({ type: 'said', step: step.id, task })
  yield { type: 'in-console', task }
}

/** What takes back everything this program did, newest step first: `[step, actions]`. Only reads. */
export const planUndo = async (sitting: Sitting, steps: readonly Step[]): Promise<[Step, Action[]][]> => {
  const plans: [Step, Action[]][] = []
  for (const step of steps.toReversed()) {
    const actions = await step.undo?.(valuesOf(step, sitting, steps), seenBy(step, sitting, steps))
    plans.push([step, actions ?? []])
  }
  return plans
}

/** Carries an undo out, step by step, and forgets each step in the journal once it is taken back. */
export async function* carryOutUndo(
  plans: [Step, Action[]][],
  sitting: Sitting,
  ask: Ask,
): AsyncGenerator<Happening> {
  for (const [step, actions] of plans) {
    yield* carryOut(step, actions, sitting, ask)
    if (doneHere(sitting.progress, step.id) || evidenceOf(sitting.progress, step.id).length > 0)
      sitting.progress.record({ type: 'undone', step: step.id })
  }
  forget(sitting.held)
}
