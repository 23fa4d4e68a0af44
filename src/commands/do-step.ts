import { carryOut, choose, missing, plan, readBack, verify } from '../lab/run.ts'
import { evidenceOf, tasksSaid } from '../lab/progress.ts'
import { seenBy, valuesOf, type Sitting } from '../lab/sitting.ts'
import { Refused, type Ask } from '../lab/console.ts'
import type { Action, Step } from '../lab/step.ts'
import { whoAmI } from '../lab/steps/root-sign-in.ts'
import { failureOf } from './failure.ts'
import { exits, Problem } from './problem.ts'
import { answeredLine, errorOf, pendingLine, proofOf, type CallLine, type StepLine } from './step-line.ts'

/** One run through the lab. */
export type Round = {
  sitting: Sitting
  steps: readonly Step[]
  /** Says what is waited for. */
  say: (line: string) => void
  /** Who answers the pages of a step. */
  askFor: (step: Step) => Ask
  /** Lets a person fill in the form of a step that is still to be done, before it is planned. */
  fill: (step: Step) => Promise<void>
  /** Shows a plan before it is carried out; throws when the person does not agree. */
  agree: (actions: Action[]) => Promise<void>
  /** The steps whose sign-in was done to look at others. */
  signedIn: Set<string>
}

/** Does one step, unless it is done already, and reads it back. `exit` is what the step would end the program with. */
export const doStep = async (step: Step, round: Round): Promise<{ line: StepLine; exit: number }> => {
  const { sitting, steps, say } = round
  const line = pendingLine(steps.indexOf(step) + 1, step)
  const before = evidenceOf(sitting.progress, step.id).length > 0
  const calls: CallLine[] = []
  try {
    await signInToLook(step, round)
    let standing = await verify(step, sitting, steps)
    let actions: Action[] = []
    if (!standing.holds) {
      await round.fill(step)
      actions = await plan(step, sitting, steps)
      await round.agree(actions)
      choose(step, valuesOf(step, sitting, steps), sitting, steps)
      await carry(step, actions, round, calls)
      // What a person has not done yet does not come by waiting.
      if (byHandStep(actions, sitting)) standing = await verify(step, sitting, steps)
      else if (actions.length > 0)
        standing = await readBack(step, sitting, steps, (claim, wait) =>
          say(`Not yet: ${claim}. Looking again in ${wait / 1000} s.`),
        )
    }
    if (!standing.holds) {
      const { claim, saw } = missing(standing)
      const error = { code: 'NotSatisfied', message: `${claim}: it shows ${saw}.`, fix: lookAgain }
      const status = byHandStep(actions, sitting) ? ('pending' as const) : ('failed' as const)
      return { line: { ...line, status, calls, error }, exit: exits.unsatisfied }
    }
    // A new process signs in again; that does nothing twice.
    const again = before && actions.every(onlySignsIn)
    const acted = actions.length > 0 || round.signedIn.has(step.id)
    return {
      line: { ...line, status: acted && !again ? 'done' : 'already', calls, ...proofOf(standing) },
      exit: exits.done,
    }
  } catch (error) {
    const failure = failureOf(error)
    const status = waiting[failure.code]
    if (status !== undefined)
      return {
        line: { ...line, status, calls, error: errorOf(failure) },
        exit: status === 'pending' ? exits.unsatisfied : exits.done,
      }
    return { line: { ...line, status: 'failed', calls, error: errorOf(failure) }, exit: failure.exit }
  }
}

/** What is no failure: a person has to do it, or this account does not have it. The run goes on. */
const waiting: Record<string, 'pending' | 'not-applicable'> = {
  OnlyByHand: 'pending',
  NotApplicable: 'not-applicable',
}

/** Whether a plan is nothing but a person's work in the console. */
const byHandStep = (actions: Action[], { account }: Sitting): boolean =>
  account.console.byHand === true && actions.length > 0 && actions.every(action => 'console' in action)

const lookAgain = 'Look at it in the account, put it right, and run it again.'

const onlySignsIn = (action: Action) => 'console' in action && action.console.startsWith('sign-in')

const carry = async (step: Step, actions: Action[], round: Round, calls: CallLine[]) => {
  const { sitting, steps, askFor } = round
  const again = () => plan(step, sitting, steps)
  for await (const happening of carryOut(step, actions, sitting, askFor(step), again))
    if (happening.type === 'answered') calls.push(answeredLine(happening))
}

const ownSession: ReadonlySet<string> = new Set(['root-sign-in', 'root-sign-out', 'admin-sign-in'])

/** Root signs out only after it has looked whether the admin can take over. */
const signsInItself = (step: Step, { progress }: Sitting): boolean =>
  ownSession.has(step.id) && (step.id !== 'root-sign-out' || tasksSaid(progress).has('sign-out'))

/** Sessions are not stored: a new process signs in before it looks, as root until root has signed out, and as the admin after. */
const signInToLook = async (step: Step, round: Round): Promise<void> => {
  const { sitting, steps } = round
  if (signsInItself(step, sitting)) return
  if ((await whoAmI(seenBy(step, sitting, steps).look)) !== undefined) return
  const id = tasksSaid(sitting.progress).has('sign-out') ? 'admin-sign-in' : 'root-sign-in'
  const signIn = steps.find(step => step.id === id)!
  try {
    await carry(signIn, await plan(signIn, sitting, steps), round, [])
  } catch (error) {
    if (!(error instanceof Refused) || id === 'root-sign-in') throw error
    throw new Problem(
      `Root has signed out, and the admin cannot sign in: ${error.message}`,
      'If there is no admin yet, take back what was done and begin again: iam-lab undo --sim',
      exits.unsatisfied,
    )
  }
  round.signedIn.add(id)
}
