import { readFileSync } from 'node:fs'
import { initialValues, problems, type Field, type Values } from '../lab/field.ts'
import { about, type Sitting } from '../lab/sitting.ts'
import type { Step } from '../lab/step.ts'
import { planned } from '../lab/steps/password-policy.ts'
import { Problem } from './problem.ts'

/** What an answers file says, by step id and field name. */
export type Answers = Map<string, Values>

type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads a file of JSON that has an object in it. */
export const readAnswers = (file: string): Json => {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Problem(
      `The answers file ${file} cannot be read (${code}).`,
      'Name a file that is there and that you may read.',
    )
  }
  const json = parsed(text)
  if (!isObject(json))
    throw new Problem(
      `The answers file ${file} is not a JSON object.`,
      'Write it by step id and field name, such as {"account-alias": {"AccountAlias": "my-lab"}}.',
    )
  return json
}

/** JSON.parse quotes what it could not read, and that may be a password: its own words are not shown. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

/** The answers as the forms take them. Throws a `Problem` that lists everything that is wrong with them. */
export const checkAnswers = (file: string, json: Json, sitting: Sitting, steps: readonly Step[]): Answers => {
  const wrong: string[] = []
  const answers: Answers = new Map()
  for (const [id, given] of Object.entries(json)) {
    const step = steps.find(step => step.id === id)
    if (step === undefined)
      wrong.push(`${id}: there is no such step. There are: ${steps.map(({ id }) => id).join(', ')}.`)
    else if (!isObject(given)) wrong.push(`${id}: write its fields as an object.`)
    else answers.set(id, valuesIn(step, given, wrong))
  }
  for (const step of steps) {
    const values = answers.get(step.id)
    if (values === undefined) continue
    const fields = Object.fromEntries(Object.entries(step.fields).filter(([name]) => name in values))
    const known = { ...about(sitting, steps), passwordPolicy: policyIn(answers, sitting, steps) }
    for (const [name, problem] of Object.entries(problems(fields, values, known)))
      wrong.push(`${step.id}.${name}: ${problem}`)
  }
  if (wrong.length > 0)
    throw new Problem(
      [`The answers file ${file} was not used; nothing was changed.`, ...wrong.map(each => `  ${each}`)].join(
        '\n',
      ),
      'Put that right and run it again; iam-lab steps has the fields and their limits.',
    )
  return answers
}

const valuesIn = (step: Step, given: Json, wrong: string[]): Values =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => {
      const field = step.fields[name]
      const known = Object.keys(step.fields)
      if (field === undefined)
        wrong.push(
          `${step.id}.${name}: there is no such field. ${known.length === 0 ? 'This step has none.' : `There are: ${known.join(', ')}.`}`,
        )
      else if (isOfType(field, value)) return [[name, value === null ? '' : String(value)]]
      else wrong.push(`${step.id}.${name}: write ${typeInWords[field.type]}.`)
      return []
    }),
  )

const typeInWords: Record<Field['type'], string> = {
  text: 'text, in quotes',
  password: 'text, in quotes',
  code: 'text, in quotes',
  integer: 'a whole number, without quotes',
  switch: 'true or false, without quotes',
}

const isOfType = ({ type, optional }: Field, value: unknown): boolean => {
  if (value === null || value === '')
    return optional === true || (value === '' && type !== 'integer' && type !== 'switch')
  if (type === 'integer') return Number.isInteger(value)
  return typeof value === (type === 'switch' ? 'boolean' : 'string')
}

/** The password policy that will be in force when the step of the policy is done: new passwords are held to that one. */
const policyIn = (answers: Answers, sitting: Sitting, steps: readonly Step[]) => {
  const step = steps.find(({ id }) => id === 'password-policy')!
  return planned({
    ...initialValues(step.fields, about(sitting, steps)),
    ...about(sitting, steps).chosen(step.id),
    ...answers.get(step.id),
  })
}
