import type { Ask } from '../../src/lab/console.ts'
import { initialValues } from '../../src/lab/field.ts'
import { steps } from '../../src/lab/lab.ts'
import { codeOf, timeStep } from '../../src/lab/mfa.ts'
import { carryOut, choose, plan, verify, type Happening, type Standing } from '../../src/lab/run.ts'
import { about, valuesOf, type Sitting } from '../../src/lab/sitting.ts'
import type { Action, Step } from '../../src/lab/step.ts'
import { openSimulated } from '../../src/simulated.ts'
import { newHome } from '../home.ts'

/** A learner at a fresh practice account, who fills in every page as it is prefilled and reads codes off the seed that is shown. */
export const learner = async ({ home = newHome(), as }: { home?: string; as?: 'root' } = {}) => {
  const opened = await openSimulated({ home, account: 'practice', now: () => new Date(), as })
  const { sitting } = opened
  const pages: string[] = []
  const ask: Ask = async (page, problem) => {
    if (problem !== undefined) throw new Error(`"${page.title}" refused: ${problem}`)
    pages.push(page.title)
    if (page.consent) return { Typed: page.consent.type[0]! }
    const values = initialValues(page.fields, about(sitting, steps))
    const names = Object.keys(page.fields).filter(name => page.fields[name]!.type === 'code')
    const codes = page.shows
      ? await Promise.all([2, 1].map(ago => codeOf(page.shows!.seed, timeStep(Date.now()) - ago)))
      : names.map(() => sitting.account.phone!.codes().find(({ usable }) => usable !== undefined)!.usable!)
    return { ...values, ...Object.fromEntries(names.map((name, i) => [name, codes[i]!])) }
  }
  return {
    ...opened,
    home,
    pages,
    ask,
    verify: (step: Step): Promise<Standing> => verify(step, sitting, steps),
    plan: (step: Step): Promise<Action[]> => plan(step, sitting, steps),
    do: (step: Step) => perform(step, sitting, ask),
    /** Does every step up to and including this one. */
    reach: async (last: string) => {
      for (const step of steps) {
        await perform(step, sitting, ask)
        if (step.id === last) return
      }
    },
  }
}

/** Plans a step and carries it out; gives what happened. */
export const perform = async (step: Step, sitting: Sitting, ask: Ask): Promise<Happening[]> => {
  choose(step, valuesOf(step, sitting, steps), sitting, steps)
  const happened: Happening[] = []
  const again = () => plan(step, sitting, steps)
  for await (const each of carryOut(step, await again(), sitting, ask, again)) happened.push(each)
  return happened
}

/** What a plan consists of, in words: `iam:CreateGroup`, `console sign-out`, `here write`. */
export const inWords = (actions: Action[]): string[] =>
  actions.map(action => {
    if ('console' in action) return `console ${action.console}`
    if ('consent' in action) return `consent ${action.consent.type[0]}`
    if ('left' in action) return `left ${action.left}`
    if ('here' in action) return `here ${action.here.split(' ')[0]}`
    const [, , operation] = action.call.schema as [number, string, string]
    return operation
  })
