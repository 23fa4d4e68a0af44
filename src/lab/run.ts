import { actionName, errorCode, NotSignedIn, orAbsent, readOnly, type ApiCall } from './account.ts'
import { OnlyByHand, Refused, type Ask, type Consent, type ConsoleTask, type Page } from './console.ts'
import type { Retried } from './call-log.ts'
import type { Values } from './field.ts'
import { forget, hold } from './held.ts'
import { takeNextCodes } from './mfa.ts'
import { chosenIn, doneHere, evidenceOf, type Made } from './progress.ts'
import { iam } from './sdk.ts'
import { about, seenBy, valuesOf, type Sitting } from './sitting.ts'
import { settle } from './settle.ts'
import { NotApplicable, type Action, type Evidence, type Seen, type Step } from './step.ts'
import { deniedByOrganization, neverAnswered, sessionEnded } from './unanswered.ts'

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
  /** A consent was typed. */
  | { type: 'agreed' }
  /** What could be left out was: nothing was sent. */
  | { type: 'left-out' }
  /** After an answer that never came: what is still to be done, in place of what was. */
  | { type: 'replanned'; actions: Action[] }
  /** What was typed was refused, and is asked for again. */
  | { type: 'refused'; problem: string }

/** What is still to be done for a step. Only reads. */
export const plan = async (step: Step, sitting: Sitting, steps: readonly Step[]): Promise<Action[]> =>
  inApplicable(step, sitting, steps, seen => step.plan(valuesOf(step, sitting, steps), seen))

/** Looks at the account for a step that it has: calls whose answer never came are settled first. */
const inApplicable = async <Seeing>(
  step: Step,
  sitting: Sitting,
  steps: readonly Step[],
  looking: (seen: Seen) => Promise<Seeing>,
): Promise<Seeing> => {
  const seen = seenBy(step, sitting, steps)
  try {
    await settle(step, sitting)
    const reason = await step.inapplicable?.(seen)
    if (reason !== undefined) throw new NotApplicable(reason)
    return await looking(seen)
  } catch (error) {
    throw applicable(error)
  }
}

/** A right that an organization has taken away makes a step impossible here, and is no failure. */
const applicable = (error: unknown): unknown =>
  deniedByOrganization(error)
    ? new NotApplicable(
        `The organization that this account belongs to does not allow it: ${(error as Error).message}`,
        { cause: error },
      )
    : error

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
  const found = await inApplicable(step, sitting, steps, seen =>
    step.verify(valuesOf(step, sitting, steps), seen),
  )
  if (asksForPassword(step)) await readPasswordPolicy(sitting)
  const at = sitting.now().toISOString()
  const level = step.level === 'applied' && !doneHere(sitting.progress, step.id) ? 'verified' : step.level
  const evidence = found.map(({ outputs: _, ...finding }): Evidence => ({ ...finding, level, at }))
  const holds = evidence.every(({ holds, beside }) => holds || beside)
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

/** The first claim that does not hold, of a standing that does not. */
export const missing = ({ evidence }: Standing): Evidence =>
  evidence.find(({ holds, beside }) => !holds && !beside)!

/**
 * Looks again, with back-off, while a change that was just made does not show yet: IAM is eventually consistent.
 * `waiting` hears what is waited for and for how long, in milliseconds. Gives up after 31 s, with what was seen last:
 * a new key is refused for 5 to 15 s.
 */
export const readBack = async (
  step: Step,
  sitting: Sitting,
  steps: readonly Step[],
  waiting: (claim: string, milliseconds: number) => void = () => {},
): Promise<Standing> => {
  for (let wait = 1000; ; wait *= 2) {
    const standing = await verify(step, sitting, steps)
    if (standing.holds || wait > 16_000) return standing
    waiting(missing(standing).claim, wait)
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

/** How long is waited before a call whose answer never came is settled and the rest planned anew, in milliseconds. */
const patience = [1000, 2000, 4000, 8000]

/**
 * Carries actions out in order, and stops at the first that fails. Each is in the journal before it is sent and after it is answered.
 * When an answer never comes the account is read, what it shows is written down, and `again` plans what is still to be done.
 * When the session has ended a new one is asked for, and it goes on at the same call.
 */
export async function* carryOut(
  step: Step,
  actions: Action[],
  sitting: Sitting,
  ask: Ask,
  again: () => Promise<Action[]>,
): AsyncGenerator<Happening> {
  let left = actions
  for (let tries = 0; ;) {
    try {
      for (const action of left) yield* carryOutOne(step, action, sitting, ask)
      break
    } catch (error) {
      const wait = patience[tries]
      if (error instanceof Unanswered && wait !== undefined) {
        const { call, cause } = error
        sitting.account.onRetry?.({ call, reason: errorCode(cause), milliseconds: wait, attempt: tries + 2 })
        tries += 1
        await sitting.pause(wait)
      } else if (sessionEnded(error) && sitting.account.renew) yield* renewed(sitting, ask, error)
      else throw error instanceof Unanswered ? error.cause : applicable(error)
      await settle(step, sitting)
      left = await again()
      yield { type: 'replanned', actions: left }
    }
  }
  await readPasswordPolicy(sitting)
}

/** The answer to a call never came. */
class Unanswered extends Error {
  readonly call: ApiCall
  constructor(call: ApiCall, cause: unknown) {
    super('The answer never came.', { cause })
    this.call = call
  }
}

async function* carryOutOne(
  step: Step,
  action: Action,
  sitting: Sitting,
  ask: Ask,
): AsyncGenerator<Happening> {
  if ('left' in action) return
  if ('consent' in action) {
    yield* agreed(action.consent, ask)
    yield { type: 'agreed' }
  } else if ('console' in action) yield* inConsole(step, action.console, sitting, ask)
  else if ('here' in action) yield* doneOnThisMachine(step, action, sitting, ask)
  else {
    if (sitting.account.guarded && !sitting.agreed) {
      yield* agreed(await accountConsent(sitting), ask)
      sitting.agreed = true
    }
    if ('complete' in action) yield* withAnswers(step, action, sitting, ask)
    else yield* send(step, action.call, sitting, action.before)
  }
}

async function* doneOnThisMachine(
  step: Step,
  action: Extract<Action, { here: unknown }>,
  sitting: Sitting,
  ask: Ask,
): AsyncGenerator<Happening> {
  const { here: what } = action
  const happened = (made: Made | void): Happening => {
    sitting.progress.record({ type: 'did-here', step: step.id, what, ...(made && { made }) })
    return { type: 'here', what }
  }
  if (action.ask === undefined) yield happened(await action.run(sitting.held, {}))
  else
    yield* asking(action.ask(), ask, async function* (values) {
      const made = await action.run(sitting.held, values)
      yield made ? happened(made) : { type: 'left-out' }
      return undefined
    })
}

/** The yes to the first change: whoever types the account's name knows which account it is. */
const accountConsent = async ({ account, accountId }: Sitting): Promise<Consent> => {
  const { ListAccountAliasesCommand } = await iam()
  const { AccountAliases = [] } = await readOnly(account.send)(new ListAccountAliasesCommand({}))
  const alias = AccountAliases.length > 0 ? ` (${AccountAliases.join(', ')})` : ''
  return {
    about: 'account',
    title: `This changes the account ${accountId}${alias}.`,
    says: [
      'It is a real account. Nothing has been changed yet; from here on it is, one step at a time, each shown first.',
    ],
    label: AccountAliases.length > 0 ? 'the account id or alias' : 'the account id',
    type: [accountId, ...AccountAliases],
  }
}

/** Asks until what the consent wants was typed. */
const agreed = (consent: Consent, ask: Ask): AsyncGenerator<Happening> =>
  asking(consentPage(consent), ask, async function* ({ Typed = '' }) {
    if (!consent.type.includes(Typed.trim()))
      throw new Refused(`That is not it. Type ${consent.label}, or press Esc: nothing was changed.`, 'Typed')
    return undefined
  })

/** A consent as a page: what there is to know, and one field. */
const consentPage = (consent: Consent): Page => ({
  title: consent.title,
  url: '',
  instructions: consent.says,
  fields: {
    Typed: {
      label: consent.label.charAt(0).toUpperCase() + consent.label.slice(1),
      type: 'text',
      limits: 'Type it exactly as it is written. Esc goes back, and nothing is changed.',
      initial: '',
    },
  },
  consent,
})

/** Goes on with a fresh session: with one that is there already, else when the person has signed in again. */
async function* renewed(sitting: Sitting, ask: Ask, ended: unknown): AsyncGenerator<Happening> {
  const { renew } = sitting.account
  if (await renew!()) return
  const page: Page = {
    title: 'Your session has ended',
    url: '',
    instructions: [
      'AWS takes these credentials no longer. What was answered is done and written down; the rest waits.',
      'Sign in again in another terminal, the same way as before (aws login, aws sso login), and press Enter here.',
    ],
    fields: {},
    byHand: true,
  }
  try {
    yield* asking(page, ask, async function* () {
      if (!(await renew!())) throw new Refused('There is no fresh session of the same identity yet.')
      return undefined
    })
  } catch (error) {
    throw error instanceof OnlyByHand ? ended : error
  }
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
  const answered = (outcome: string, answer: unknown, made?: Made): Happening => {
    const ms = Math.round(performance.now() - started)
    const requestId = requestIdOf(answer)
    // What was never answered stays open in the journal, to be settled by reading the account.
    if (outcome === 'ok' || !neverAnswered(answer))
      sitting.progress.record({
        type: 'answered',
        step: step.id,
        call: name,
        outcome,
        ms,
        ...(requestId && { requestId }),
        ...(retries.length > 0 && { retries }),
        ...(made && { made }),
      })
    return { type: 'answered', call, outcome, ms, requestId }
  }
  let output: unknown
  const { account } = sitting
  const { onRetry } = account
  const retries: Retried[] = []
  account.onRetry = retry => {
    const { reason, milliseconds } = retry
    if (retry.call === call) retries.push({ reason, milliseconds: Math.round(milliseconds) })
    onRetry?.(retry)
  }
  sitting.sending = true
  try {
    output = await account.send(call)
  } catch (error) {
    yield answered(errorCode(error), error)
    throw neverAnswered(error) ? new Unanswered(call, error) : error
  } finally {
    sitting.sending = false
    account.onRetry = onRetry
  }
  hold(sitting.held, call, output)
  yield answered('ok', output, idsIn(output))
}

/** The ids of what an answer shows to have been made; never its secrets. */
const idsIn = (output: unknown): Made | undefined => {
  const { AccessKey, Group, User, LoginProfile, VirtualMFADevice } = output as {
    AccessKey?: { AccessKeyId?: string }
    Group?: { GroupId?: string }
    User?: { UserId?: string }
    LoginProfile?: { CreateDate?: Date }
    VirtualMFADevice?: { SerialNumber?: string }
  }
  const ids = {
    AccessKeyId: AccessKey?.AccessKeyId,
    GroupId: Group?.GroupId,
    UserId: User?.UserId,
    LoginProfileCreateDate: LoginProfile?.CreateDate?.toISOString(),
    SerialNumber: VirtualMFADevice?.SerialNumber,
  }
  const known = Object.entries(ids).filter(([, id]) => id !== undefined)
  return known.length > 0 ? Object.fromEntries(known) : undefined
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
  let wrong: string | undefined
  while (current) {
    const values = await ask(current, problem, wrong)
    problem = undefined
    try {
      current = yield* attempt(values)
    } catch (error) {
      problem = refusal(error)
      if (problem === undefined) throw error
      wrong = error instanceof Refused ? error.field : undefined
      yield { type: 'refused', problem }
    }
  }
}

const refusal = (error: unknown): string | undefined => {
  if (error instanceof Refused) return error.message
  // STS sees a new device after 8 to 14 s, and says so in these words.
  if (((error as Error).message ?? '').startsWith('MultiFactorAuthentication failed'))
    return `${(error as Error).message.trim()} Wait for the next code and type that.`
  return errorCode(error) === 'InvalidAuthenticationCode'
    ? `${(error as Error).message} ${takeNextCodes}`
    : undefined
}

const withAnswers = (
  step: Step,
  action: Extract<Action, { complete: unknown }>,
  sitting: Sitting,
  ask: Ask,
): AsyncGenerator<Happening> =>
  asking(action.ask(sitting.held), ask, async function* (values) {
    const call = action.complete(values, sitting.held)
    if (call === undefined) yield { type: 'left-out' }
    else yield* send(step, call, sitting)
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
    plans.push([step, await planUndoOf(step, sitting, steps)])
  }
  return plans
}

const planUndoOf = async (step: Step, sitting: Sitting, steps: readonly Step[]): Promise<Action[]> => {
  if (step.undo === undefined) return []
  await settle(step, sitting)
  return step.undo(valuesOf(step, sitting, steps), seenBy(step, sitting, steps))
}

/** Carries an undo out, step by step, and forgets each step in the journal once it is taken back. */
export async function* carryOutUndo(
  plans: [Step, Action[]][],
  sitting: Sitting,
  ask: Ask,
  steps: readonly Step[],
): AsyncGenerator<Happening> {
  for (const [step, actions] of plans) {
    yield* carryOut(step, actions, sitting, ask, () => planUndoOf(step, sitting, steps))
    if (doneHere(sitting.progress, step.id) || evidenceOf(sitting.progress, step.id).length > 0)
      sitting.progress.record({ type: 'undone', step: step.id })
  }
  forget(sitting.held)
}
