import type { Ask, Page } from '../lab/console.ts'
import { problemWith, type Field, type Fields, type Values } from '../lab/field.ts'
import { steps } from '../lab/lab.ts'
import { about, valuesOf, type Sitting } from '../lab/sitting.ts'
import type { Step } from '../lab/step.ts'
import { answering } from './ask.ts'
import { storeSeed } from './seed-file.ts'
import { doStep, type Round } from './do-step.ts'
import type { Asked } from './parse.ts'
import { exits, Problem } from './problem.ts'
import { actionText } from './run-text.ts'
import { openAccount, type World } from './world.ts'

/** The lab in lines of text, without frames: for screen readers and pipes. Enter takes what is proposed. */
export const plainLab = async ({ options }: Asked, world: World): Promise<number> => {
  const { sitting, close } = await openAccount(world, options)
  try {
    const { out } = world
    const round: Round = {
      sitting,
      steps,
      say: out,
      askFor: step => asking(step, sitting, world),
      fill: async step => {
        const values = await fillIn(step.fields, valuesOf(step, sitting, steps), sitting, world, step.hints)
        sitting.chosen.set(step.id, values)
      },
      agree: async actions => {
        for (const action of actions) out(`Will do: ${actionText(action)}`)
        await line('Press Enter to do it. ', world)
      },
      signedIn: new Set(),
    }
    out(
      `iam-lab: ${options['live'] ? 'a real account' : 'the simulator, account'} ${sitting.accountId}. Enter takes what stands in brackets, ? gives a hint.`,
    )
    for (const [index, step] of steps.entries()) {
      out(`\nStep ${index + 1} of ${steps.length}: ${step.title}. ${step.why}`)
      const { line, exit } = await doStep(step, round)
      if (line.error) throw new Problem(line.error.message, line.error.fix, exit)
      out(`${line.status === 'done' ? 'Done' : 'Done already'}: ${line.evidence}, shown by ${line.proof}.`)
    }
    out('\nAll steps are done.')
    return exits.done
  } finally {
    close()
  }
}

/** A line from the person. The end of the input ends the lab; the next start goes on there. */
const line = async (question: string, { ask }: World): Promise<string> => {
  const typed = await ask(question)
  if (typed === undefined)
    throw new Problem(
      'The input has ended before the lab has.',
      'Start it again: it goes on at this step.',
      exits.unsatisfied,
    )
  return typed
}

/** Reads a page out. What is proposed are the step's own values and the codes of the virtual phone. */
const asking =
  (step: Step, sitting: Sitting, world: World): Ask =>
  async (page, problem) => {
    if (problem !== undefined) world.out(`Refused: ${problem}`)
    world.out([page.title, ...(page.url ? [page.url] : []), ...page.instructions].join('\n'))
    if (page.consent || page.byHand || sitting.account.guarded) return byPerson(page, step, sitting, world)
    if (page.shows) world.out(`Secret for the app: ${page.shows.seed.replaceAll(/(.{4})(?=.)/g, '$1 ')}`)
    if (Object.values(page.fields).some(({ type }) => type === 'code'))
      world.out('The virtual phone has filled in its codes; those of your own app are as good.')
    const { now, out: say } = world
    const proposed = await answering({ step, sitting, steps, now, say })(page)
    return fillIn(page.fields, proposed, sitting, world, step.hints)
  }

/** In a real account nothing is proposed for a page: codes and consents are typed. A secret goes to a file, not into the scrollback. */
const byPerson = async (page: Page, step: Step, sitting: Sitting, world: World): Promise<Values> => {
  if (page.shows) await storeSeed(page.shows, step, sitting, steps, world.out)
  const names = Object.keys(page.fields)
  if (names.length === 0) {
    await line(page.byHand ? 'Press Enter when it is done. ' : 'Press Enter. ', world)
    return {}
  }
  const empty = Object.fromEntries(names.map(name => [name, '']))
  return fillIn(page.fields, empty, sitting, world, step.hints)
}

const fillIn = async (
  fields: Fields,
  proposed: Values,
  sitting: Sitting,
  world: World,
  hints: Step['hints'],
): Promise<Values> => {
  const values: Values = {}
  let hint = 0
  for (const [name, field] of Object.entries(fields)) {
    for (;;) {
      const typed = await line(
        `${[field.label, bracketed(field, proposed[name] ?? '')].filter(Boolean).join(' ')}: `,
        world,
      )
      if (typed.trim() === '?') {
        world.out(`${hints[Math.min(hint++, 2)]!} ${field.limits}`)
        continue
      }
      const value = typed === '' ? (proposed[name] ?? '') : typed === 'none' && field.optional ? '' : typed
      const problem = problemWith(field, value, about(sitting, steps))
      if (problem === undefined) {
        values[name] = value
        break
      }
      world.out(problem)
    }
  }
  return values
}

/** What Enter takes. A password is not read out. */
const bracketed = ({ type, optional }: Field, value: string): string =>
  value === ''
    ? optional
      ? '[none]'
      : ''
    : type === 'password'
      ? '[as proposed]'
      : `[${value}${optional ? ', or none' : ''}]`
