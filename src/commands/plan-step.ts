import { actionName, readOnly, type Send } from '../lab/account.ts'
import { plan, verify } from '../lab/run.ts'
import { evidenceOf, memoryProgress } from '../lab/progress.ts'
import type { Sitting } from '../lab/sitting.ts'
import type { Action, Step } from '../lab/step.ts'
import { failureOf } from './failure.ts'
import { exits } from './problem.ts'
import { errorOf, pendingLine, plannedLine, proofOf, type StepLine } from './step-line.ts'

/** A step's line of a dry run, and its whole plan. */
export type Planned = { line: StepLine; actions: Action[]; exit: number }

/** What holds by the journal alone in a dry run: these steps speak of who is signed in, and a dry run signs in otherwise. */
const sessions: Record<string, Action[]> = {
  'root-sign-in': [{ console: 'sign-in-as-root' }],
  'root-sign-out': [{ console: 'sign-out' }],
  'admin-sign-in': [{ console: 'sign-in-as-admin' }],
}

/** Plans one step and sends nothing but reads. Of a sitting made by `forDryRun`. */
export const planStep = async (step: Step, sitting: Sitting, steps: readonly Step[]): Promise<Planned> => {
  const line = pendingLine(steps.indexOf(step) + 1, step)
  const session = sessions[step.id]
  if (session) {
    const seen = evidenceOf(sitting.progress, step.id)
    if (seen.length === 0) return { line: { ...line, status: 'planned' }, actions: session, exit: exits.done }
    return {
      line: { ...line, status: 'already', ...proofOf({ holds: true, evidence: seen, outputs: {} }) },
      actions: [],
      exit: exits.done,
    }
  }
  try {
    const standing = await verify(step, sitting, steps)
    if (standing.holds)
      return { line: { ...line, status: 'already', ...proofOf(standing) }, actions: [], exit: exits.done }
    const actions = await plan(step, sitting, steps)
    const calls = actions.flatMap(action => ('call' in action ? [action.call] : []))
    for (const call of calls) if (actionName(call) === 'iam:CreateAccessKey') imagineKey(sitting, call.input)
    return { line: { ...line, status: 'planned', calls: calls.map(plannedLine) }, actions, exit: exits.done }
  } catch (error) {
    const failure = failureOf(error)
    if (failure.code === 'NotApplicable')
      return {
        line: { ...line, status: 'not-applicable', error: errorOf(failure) },
        actions: [],
        exit: exits.done,
      }
    return { line: { ...line, status: 'failed', error: errorOf(failure) }, actions: [], exit: failure.exit }
  }
}

const imaginedKey = '<new access key>'

const imagineKey = (sitting: Sitting, { UserName = '' }: { UserName?: string }): void => {
  sitting.held.accessKey = { userName: UserName, accessKeyId: imaginedKey, secretAccessKey: imaginedKey }
}

/**
 * A sitting that writes nothing down. A later step plans as if the steps before it were done:
 * the one that needs what they make is the credentials file, which finds the key that is planned.
 */
export const forDryRun = (sitting: Sitting): Sitting => {
  const { account } = sitting
  const held: Sitting['held'] = {}
  const send: Send = async call => {
    if (held.accessKey && actionName(call) === 'iam:ListAccessKeys')
      return { AccessKeyMetadata: [{ AccessKeyId: imaginedKey }], IsTruncated: false } as never
    return readOnly(account.send)(call)
  }
  return {
    ...sitting,
    account: { ...account, send, as: credentials => readOnly(account.as(credentials)) },
    held,
    progress: memoryProgress(sitting.now, [...sitting.progress.entries()]),
  }
}
