import { asJson } from './as-json.ts'
import type { Field } from '../lab/field.ts'
import { steps } from '../lab/lab.ts'
import type { Step } from '../lab/step.ts'
import type { Asked } from './parse.ts'
import type { World } from './world.ts'

/** Lists the steps with what can be filled in. */
export const listSteps = async ({ options }: Asked, { out }: World): Promise<number> => {
  out(options['json'] ? asJson({ steps: steps.map(stepJson) }) : steps.map(stepText).join('\n\n'))
  return 0
}

const stepJson = ({ id, title, why, docs, level, fields }: Step, index: number) => ({
  number: index + 1,
  id,
  title,
  why,
  docs: docs.url,
  level,
  fields: Object.entries(fields).map(([name, field]) => ({
    name,
    label: field.label,
    type: field.type,
    default: defaultOf(field),
    limits: field.limits,
    optional: field.optional ?? false,
    min: field.min ?? null,
    max: field.max ?? null,
  })),
})

/** A default as an answers file would have it; in words where it depends on what is known. */
const defaultOf = ({ initial, defaultInWords, type }: Field): string | number | boolean | null => {
  if (typeof initial === 'function') return defaultInWords ?? null
  if (type === 'integer') return initial === '' ? null : Number(initial)
  return type === 'switch' ? initial === 'true' : initial
}

const stepText = ({ id, title, why, docs, level, fields }: Step, index: number): string =>
  [
    `${index + 1}. ${title} (${id}, ${level})`,
    `   ${why}`,
    `   Read on: ${docs.title}, ${docs.url}`,
    ...Object.entries(fields).map(
      ([name, field]) => `   ${name} (${field.type}, default ${defaultOf(field) ?? 'none'}): ${field.limits}`,
    ),
  ].join('\n')
