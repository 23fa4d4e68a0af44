import { problems, type About, type Fields, type Values } from '../lab/field.ts'
import { about, valuesOf, type Sitting } from '../lab/sitting.ts'
import type { Step } from '../lab/step.ts'
import { lineOf } from './parts/edit.ts'
import { currentStep, type Lines, type State } from './state.ts'

/** The form that is on the screen: the step's own, or the page's that is asked. */
export type FormNow = {
  fields: Fields
  lines: Lines
  values: Values
  about: About
  problems: Record<string, string>
}

/** Text to the line that stands in a field at first. */
export const linesOf = (values: Values): Lines =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, lineOf(value)]))

/** The form as it stands; undefined until the account is open, because defaults are made from it. */
export const formNow = (
  state: State,
  steps: readonly Step[],
  sitting: Sitting | undefined,
): FormNow | undefined => {
  if (sitting === undefined) return undefined
  const known = about(sitting, steps)
  const { phase } = state
  const step = steps.find(({ id }) => id === currentStep(state))!
  const fields = phase.at === 'asking' ? phase.page.fields : step.fields
  const lines =
    phase.at === 'asking'
      ? phase.lines
      : { ...linesOf(valuesOf(step, sitting, steps)), ...state.typed[step.id] }
  const values = Object.fromEntries(Object.keys(fields).map(name => [name, lines[name]?.value ?? '']))
  return { fields, lines, values, about: known, problems: problems(fields, values, known) }
}

/** The field after (or before) the one that has the focus; the first when none has. */
export const fieldBeside = (fields: Fields, focus: string | undefined, by: 1 | -1): string | undefined => {
  const names = Object.keys(fields)
  const at = focus === undefined ? (by === 1 ? -1 : 0) : names.indexOf(focus)
  return names[(at + by + names.length) % names.length]
}
