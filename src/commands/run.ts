import { asJson } from './as-json.ts'
import { readOnly } from '../lab/account.ts'
import { steps } from '../lab/lab.ts'
import type { Sitting } from '../lab/sitting.ts'
import type { Action, Step } from '../lab/step.ts'
import { answering } from './ask.ts'
import { checkAnswers, readAnswers } from './answers.ts'
import { doStep, type Round } from './do-step.ts'
import type { Asked } from './parse.ts'
import { forDryRun, planStep } from './plan-step.ts'
import { exits, Problem } from './problem.ts'
import { actionText, stepText, summaryText } from './run-text.ts'
import { consenting } from './consent.ts'
import { pendingLine, type StepLine } from './step-line.ts'
import { summaryOf, type Summary } from './summary.ts'
import { openAccount, type World } from './world.ts'

/** Does the steps without a screen, in their order, and stops at the first that fails. */
export const run = async ({ options }: Asked, world: World): Promise<number> => {
  const wanted = wantedSteps(options)
  const file = options['answers'] as string | undefined
  const answers = file === undefined ? {} : readAnswers(file)
  const dry = options['dry-run'] === true
  const { sitting: whole, close } = await openAccount(world, options, { dry })
  try {
    const sitting = dry ? forDryRun(whole) : whole
    requireAccount(options['account-id'], sitting)
    for (const [id, values] of checkAnswers(file ?? '', answers, sitting, steps))
      sitting.chosen.set(id, values)
    const show = options['json'] ? jsonLines(world) : textLines(world, dry)
    const { lines, exit } = dry
      ? await planAll(wanted, sitting, show)
      : await doAll(wanted, sitting, world, show, options)
    show.summary(await summaryOf(lines, exit, sitting, steps, readOnly(whole.account.send)))
    return exit
  } finally {
    close()
  }
}

type Show = { step: (line: StepLine, actions: Action[]) => void; summary: (summary: Summary) => void }
type Outcome = { lines: StepLine[]; exit: number }

const jsonLines = ({ out }: World): Show => ({
  step: line => out(asJson(line)),
  summary: summary => out(asJson(summary)),
})

const textLines = (world: World, dry: boolean): Show => ({
  step: (line, actions) => world.out(stepText(line, actions, world)),
  summary: summary => world.out(summaryText(summary, dry)),
})

const doAll = async (
  wanted: Step[],
  sitting: Sitting,
  world: World,
  show: Show,
  options: Asked['options'],
): Promise<Outcome> => {
  const attested = stepIds('--attest', options['attest']) ?? []
  const agreedTo = options['yes'] ? (options['account-id'] as string | undefined) : undefined
  const asksPerson = sitting.account.guarded === true && !options['yes'] && world.interactive
  const lines: StepLine[] = []
  const { now, err: say } = world
  const round: Round = {
    sitting,
    steps,
    say,
    askFor: step => {
      const answer = answering({
        step,
        sitting,
        steps,
        now,
        say,
        agreedTo,
        attested: attested.includes(step.id),
      })
      return asksPerson ? consenting(answer, world) : answer
    },
    fill: async () => {},
    agree: async actions => {
      if (!asksPerson || actions.length === 0) return
      for (const action of actions) world.err(`Will do: ${actionText(action)}`)
    },
    signedIn: new Set(),
  }
  let exit: number = exits.done
  let stopped = false
  for (const step of wanted) {
    const done: { line: StepLine; exit: number } = stopped
      ? { line: pendingLine(steps.indexOf(step) + 1, step), exit }
      : await doStep(step, round)
    stopped ||= done.line.status === 'failed'
    exit = stopped ? done.exit : exit || done.exit
    lines.push(done.line)
    show.step(done.line, [])
  }
  return { lines, exit }
}

const planAll = async (wanted: Step[], sitting: Sitting, show: Show): Promise<Outcome> => {
  const lines: StepLine[] = []
  let exit: number = exits.done
  for (const step of wanted) {
    const planned = await planStep(step, sitting, steps)
    exit ||= planned.exit
    lines.push(planned.line)
    show.step(planned.line, planned.actions)
  }
  return { lines, exit }
}

/** The steps that were asked for, in the lab's order. */
const wantedSteps = (options: Asked['options']): Step[] => {
  const only = stepIds('--only', options['only'])
  const until = stepIds('--until', options['until'])
  stepIds('--attest', options['attest'])
  if (until && until.length > 1)
    throw new Problem('--until takes one step.', `Write --until ${until.at(-1)}.`)
  const last = until ? steps.findIndex(({ id }) => id === until[0]) : steps.length - 1
  return steps.filter(({ id }, index) => index <= last && (only === undefined || only.includes(id)))
}

const stepIds = (option: string, value: string | true | undefined): string[] | undefined => {
  if (typeof value !== 'string') return undefined
  const ids = value.split(',').map(id => id.trim())
  const unknown = ids.filter(id => !steps.some(step => step.id === id))
  if (unknown.length > 0)
    throw new Problem(
      `${option}: there is no step ${unknown.map(id => `"${id}"`).join(', ')}.`,
      `There are: ${steps.map(({ id }) => id).join(', ')}.`,
    )
  return ids
}

/** Refuses to work in another account than the one that was named. */
export const requireAccount = (named: string | true | undefined, { accountId }: Sitting): void => {
  if (named !== undefined && named !== accountId)
    throw new Problem(
      `This is the account ${accountId}, not ${named}. Nothing was changed.`,
      'Name the other account, or the right id.',
      exits.refused,
    )
}
