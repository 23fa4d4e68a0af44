import { concepts } from '../lab/concepts.ts'
import type { Progress } from '../lab/progress.ts'
import type { Step } from '../lab/step.ts'
import { bindings, type Command, type Context } from './keys.ts'
import type { Panel } from './state.ts'

/** What choosing a find does: goes to a step, does what a key does, or opens a panel. */
export type Act = { step: number } | { command: Command } | { panel: Panel }

/** One thing that was found. `off` says why it cannot be done now. */
export type Found = {
  kind: string
  title: string
  /** Another name that it goes by. */
  alias?: string
  text: string
  act: Act
  off?: string | undefined
}

type Given = { context: Context; steps: readonly Step[]; progress: Progress | undefined }

/** Keys that move, or that mean what is on the screen: they are nothing to choose by name. */
const nameless: ReadonlySet<Command> = new Set([
  'enter',
  'back',
  'next-field',
  'previous-field',
  'up',
  'down',
  'page-up',
  'page-down',
  'find',
  'palette',
])

const stepsFound = (steps: readonly Step[]): Found[] =>
  steps.map(({ title, why }, step) => ({
    kind: 'step',
    title: `${step + 1}. ${title}`,
    text: why,
    act: { step },
  }))

/** What the keys do, as they would if nothing else were open. */
const keysFound = ({ state, ...rest }: Context): Found[] => {
  const context = { ...rest, state: { ...state, panel: undefined } }
  return bindings
    .filter(({ command }) => !nameless.has(command))
    .map(({ command, keys, help, label, off }) => ({
      kind: keys,
      title: label(context),
      alias: command,
      text: help,
      act: { command },
      off: off(context),
    }))
}

const wordsFound = (): Found[] =>
  Object.values(concepts).map(({ title, text }) => ({
    kind: 'word',
    title,
    text,
    act: { panel: 'glossary' },
  }))

const callsFound = (progress: Progress | undefined): Found[] =>
  (progress?.entries() ?? []).toReversed().flatMap((entry): Found[] =>
    entry.type === 'answered'
      ? [
          {
            kind: 'call',
            title: `${entry.call} ${entry.outcome}`,
            text: [entry.step, entry.at, entry.requestId && `request ${entry.requestId}`]
              .filter(Boolean)
              .join(', '),
            act: { panel: 'log' },
          },
        ]
      : [],
  )

/**
 * What a query finds: in the palette the actions and the steps by name, else steps, keys, glossary and calls.
 * Every word of the query has to be there; what has them in its title comes first.
 */
export const find = (kind: 'find' | 'palette', query: string, given: Given): Found[] => {
  const { context, steps, progress } = given
  const all =
    kind === 'palette'
      ? [...keysFound(context), ...stepsFound(steps)]
      : [...stepsFound(steps), ...keysFound(context), ...wordsFound(), ...callsFound(progress)]
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const has = (text: string) => words.every(word => text.toLowerCase().includes(word))
  const inTitle = (found: Found) => has(`${found.kind} ${found.title} ${found.alias ?? ''}`)
  const inText = (found: Found) => has(Object.values({ ...found, act: '', off: '' }).join(' '))
  return [...all.filter(inTitle), ...all.filter(found => !inTitle(found) && inText(found))]
}
