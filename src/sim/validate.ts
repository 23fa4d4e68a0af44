import { NormalizedSchema } from '@smithy/core/schema'
import type { SchemaRef } from '@smithy/types'
import { constraintOf, type Constraint, type ServiceName } from './constraints.ts'
import { AwsError } from './errors.ts'

/** Throws AWS's `ValidationError` when an input is not within the limits. */
export type Validate = (input: Record<string, unknown>) => void

/** What is wrong with one value. `sentence` stands alone: IAM says it only when nothing else is wrong. */
type Problem = { constraint: string; at: string; value: unknown } | { sentence: string } | { missing: string }
type Check = (value: unknown, at: string, wireAt: string, problems: Problem[]) => void

/** A check of one operation's input, made once from its schema and the table of limits. */
export const validator = (service: ServiceName, operation: string, schema: SchemaRef): Validate => {
  const shape = NormalizedSchema.of(schema)
  if (shape.isUnitSchema()) return () => {}
  const check = structCheck(service, operation, shape)
  return input => {
    const problems: Problem[] = []
    check(input, '', '', problems)
    if (problems.length > 0) throw refusal(service, problems)
  }
}

const refusal = (service: ServiceName, problems: Problem[]): AwsError => {
  for (const problem of problems)
    // An emulator's tests have this sentence for a tag without a key; AWS's own answer was looked for and not found.
    if ('missing' in problem)
      return new AwsError('MissingParameter', `The request must contain the parameter ${problem.missing}.`)
  const details = problems.flatMap(problem =>
    'constraint' in problem
      ? [`${subject(service, problem)} failed to satisfy constraint: ${problem.constraint}`]
      : [],
  )
  if (details.length > 0) {
    const count = details.length === 1 ? '1 validation error' : `${details.length} validation errors`
    return new AwsError('ValidationError', `${count} detected: ${details.join('; ')}`)
  }
  const [first] = problems as { sentence: string }[]
  return new AwsError('ValidationError', first!.sentence)
}

// IAM names only the member, STS shows the value too (both recorded). What Account says was looked for and not found; it hides these values elsewhere.
const subject = (service: ServiceName, { at, value }: { at: string; value: unknown }): string => {
  if (service !== 'sts') return `Value at '${at}'`
  return value === undefined ? `Value null at '${at}'` : `Value '${String(value)}' at '${at}'`
}

const structCheck = (service: ServiceName, owner: string, shape: NormalizedSchema): Check => {
  // The SDK's schemas list a structure's required members first, and say how many they are.
  const required = (shape.getSchema() as { 6?: number })[6] ?? 0
  const members = [...shape.structIterator()].map(([name, member], index) => ({
    name,
    lower: name[0]!.toLowerCase() + name.slice(1),
    required: index < required,
    check: checkOf(service, owner, name, member),
  }))
  return (value, at, wireAt, problems) => {
    for (const { name, lower, required, check } of members) {
      const item = (value as Record<string, unknown>)[name]
      if (item !== undefined) check?.(item, at + lower, wireAt + name, problems)
      else if (required)
        problems.push(
          wireAt === '' || service === 'account'
            ? { constraint: 'Member must not be null', at: at + lower, value: undefined }
            : { missing: wireAt + name },
        )
    }
  }
}

const checkOf = (
  service: ServiceName,
  owner: string,
  name: string,
  shape: NormalizedSchema,
): Check | undefined => {
  const constraint = constraintOf(service, owner, name)
  if (shape.isStructSchema()) {
    const check = structCheck(service, shape.getName() ?? name, shape)
    return (value, at, wireAt, problems) => check(value, `${at}.`, `${wireAt}.`, problems)
  }
  if (shape.isListSchema()) {
    const item = shape.getValueSchema()
    const items = item.isStructSchema()
      ? structsCheck(checkOf(service, owner, name, item)!)
      : textsCheck(constraintOf(service, owner, `${name}[]`))
    return listCheck(constraint, items)
  }
  if (constraint === undefined) return undefined
  return shape.isNumericSchema() ? rangeCheck('value', constraint, Number) : textCheck(constraint)
}

const listCheck = (constraint: Constraint = {}, items: Check): Check => {
  const length = rangeCheck('length', constraint, value => (value as unknown[]).length)
  return (value, at, wireAt, problems) => {
    length(value, at, wireAt, problems)
    items(value, at, wireAt, problems)
  }
}

/** More is not looked for in a list: the answer would be many times as long as the request. Where AWS stops was looked for and not found. */
const mostProblems = 100

/** AWS names which of a list of structures is wrong. */
const structsCheck =
  (item: Check): Check =>
  (value, at, wireAt, problems) => {
    for (const [index, each] of (value as unknown[]).entries()) {
      if (problems.length >= mostProblems) return
      item(each, `${at}.${index + 1}.member`, `${wireAt}.member.${index + 1}`, problems)
    }
  }

/** Of a list of texts AWS says once what all of them must be (recorded, for tag keys). */
const textsCheck = (constraint: Constraint = {}): Check => {
  const check = textCheck(constraint)
  const isWrong = (item: unknown): boolean => {
    const problems: Problem[] = []
    check(item, '', '', problems)
    return problems.length > 0
  }
  const rules = [...rulesOf(constraint), 'Member must not be null'].join(', ')
  return (value, at, _, problems) => {
    const list = value as unknown[]
    if (list.some(isWrong))
      problems.push({
        constraint: `Member must satisfy constraint: [${rules}]`,
        at,
        value: `[${list.join(', ')}]`,
      })
  }
}

const rule = {
  most: (measured: string, max: number) => `Member must have ${measured} less than or equal to ${max}`,
  least: (measured: string, min: number) => `Member must have ${measured} greater than or equal to ${min}`,
  pattern: (pattern: string) => `Member must satisfy regular expression pattern: ${pattern}`,
  values: (values: readonly string[]) => `Member must satisfy enum value set: [${values.join(', ')}]`,
}

/** What a text must be, in AWS's order. */
const rulesOf = ({ min, max, pattern, values }: Constraint): string[] => [
  ...(max === undefined ? [] : [rule.most('length', max)]),
  ...(min === undefined ? [] : [rule.least('length', min)]),
  ...(pattern === undefined ? [] : [rule.pattern(pattern)]),
  ...(values === undefined ? [] : [rule.values(values)]),
]

const rangeCheck = (
  measured: 'length' | 'value',
  { min = -Infinity, max = Infinity }: Constraint,
  measure: (value: unknown) => number,
): Check => {
  const [least, most] = [rule.least(measured, min), rule.most(measured, max)]
  return (value, at, _, problems) => {
    const size = measure(value)
    if (size > max) problems.push({ constraint: most, at, value })
    if (size < min) problems.push({ constraint: least, at, value })
  }
}

/** A pattern is not tried on a text that is far too long: some take quadratic time. */
const longest = 200_000

const textCheck = (constraint: Constraint): Check => {
  const { pattern, sentence, values } = constraint
  const length = rangeCheck('length', constraint, value => (value as string).length)
  const fits = pattern === undefined ? undefined : new RegExp(`^(?:${pattern})$`, 'u')
  const allowed = values === undefined ? undefined : new Set(values)
  return (value, at, wireAt, problems) => {
    const text = value as string
    length(text, at, wireAt, problems)
    if (fits !== undefined && text.length <= longest && !fits.test(text))
      problems.push(sentence === undefined ? { constraint: rule.pattern(pattern!), at, value } : { sentence })
    if (allowed !== undefined && !allowed.has(text))
      problems.push({ constraint: rule.values(values!), at, value })
  }
}
