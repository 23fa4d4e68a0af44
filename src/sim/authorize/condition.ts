import { arn } from './conditions/arn.ts'
import { binary } from './conditions/binary.ts'
import { bool } from './conditions/bool.ts'
import { date } from './conditions/date.ts'
import { ip } from './conditions/ip.ts'
import { nullCheck } from './conditions/null.ts'
import { numeric } from './conditions/numeric.ts'
import type { Operator } from './conditions/operator.ts'
import { string } from './conditions/string.ts'
import type { RequestContext } from './pattern.ts'

/** Whether a condition of a statement holds for a request. */
export type Condition = (context: RequestContext) => boolean

const operators = new Map<string, Operator>(
  Object.entries({ ...string, ...arn, ...bool, ...nullCheck, ...numeric, ...date, ...ip, ...binary }).map(
    ([name, operator]) => [name.toLowerCase(), operator],
  ),
)

const form = /^(?:(ForAllValues|ForAnyValue):)?(.+?)(IfExists)?$/i

/** The operator's name taken apart; undefined when IAM has none of that name. */
const operatorNamed = (name: string) => {
  const [, set, base = '', ifExists] = form.exec(name) ?? []
  const operator = operators.get(base.toLowerCase())
  if (!operator || (operator.ofPresence && ifExists)) return undefined
  return { operator, set: set?.toLowerCase(), ifExists: ifExists !== undefined }
}

/** Whether IAM has a condition operator of this name, such as `ForAnyValue:StringLikeIfExists`. */
export const isConditionOperator = (name: string): boolean => operatorNamed(name) !== undefined

/**
 * One line of a statement's `Condition`: an operator, a key, and the values of which one is enough, or none for a negated operator.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
export const condition = (
  operatorName: string,
  keyName: string,
  values: string[],
  variables: boolean,
): Condition => {
  const named = operatorNamed(operatorName)
  if (!named) throw new Error(`${operatorName} is no condition operator.`)
  const { operator, set, ifExists } = named
  const key = keyName.toLowerCase()
  const tests = values.map(value => operator.test(value, variables))
  const matches = (actual: string, context: RequestContext) => tests.some(test => test(actual, context))
  const negated = operator.negated === true

  return context => {
    const actual = context.get(key)
    if (operator.ofPresence) return matches(String(actual === undefined), context)
    if (actual === undefined) return ifExists || (set === undefined ? negated : set === 'forallvalues')
    if (set === undefined) return actual.some(value => matches(value, context)) !== negated
    if (isNull(actual)) return set === 'forallvalues'
    return set === 'forallvalues'
      ? actual.every(value => matches(value, context) !== negated)
      : actual.some(value => matches(value, context) !== negated)
  }
}

/**
 * "If the key values in the request resolve to an empty data set (for example, an empty string), a condition operator modified by ForAllValues
 * returns true, and a condition operator modified by ForAnyValue returns false."
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
const isNull = (values: readonly string[]): boolean => values.every(value => value === '')
