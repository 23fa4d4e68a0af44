import { arn } from './conditions/arn.ts'
import { binary } from './conditions/binary.ts'
import { bool } from './conditions/bool.ts'
import { date } from './conditions/date.ts'
import { ip } from './conditions/ip.ts'
import { nullCheck } from './conditions/null.ts'
import { numeric } from './conditions/numeric.ts'
import type { Operator, Test } from './conditions/operator.ts'
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

/** One line of a statement's `Condition`: an operator, a key, and the values of which one is enough. */
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
  const holds = (actual: string, context: RequestContext) =>
    (operator.negated ? noneMatches : oneMatches)(tests, actual, context)

  return context => {
    const actual = context.get(key)
    if (operator.ofPresence) return holds(String(actual === undefined), context)
    if (actual === undefined) {
      // A set operator looks at each value, and there is none; a negated one holds when the key is absent.
      if (ifExists || set === 'forallvalues') return true
      return set === undefined && operator.negated === true
    }
    return set === 'forallvalues'
      ? actual.every(one => holds(one, context))
      : actual.some(one => holds(one, context))
  }
}

const oneMatches = (tests: Test[], actual: string, context: RequestContext) =>
  tests.some(test => test(actual, context) === true)

/** A variable without a value makes the condition fail: AWS then takes the statement as invalid. */
const noneMatches = (tests: Test[], actual: string, context: RequestContext) =>
  tests.every(test => test(actual, context) === false)
