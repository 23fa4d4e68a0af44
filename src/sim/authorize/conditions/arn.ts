import { compile, matches, type Pattern } from '../pattern.ts'
import type { Operator, Test } from './operator.ts'

/** The six parts between the colons, the last one with all that is left. */
const parts = <Item>(items: Item[]): Item[][] => {
  const result: Item[][] = [[]]
  for (const item of items)
    if (item === ':' && result.length < 6) result.push([])
    else result.at(-1)!.push(item)
  return result
}

/**
 * Each part is matched by itself, so that `*` does not reach over a colon; `ArnEquals` and `ArnLike` are the same.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
const like = (value: string, variables: boolean): Test => {
  const patterns: Pattern[] = parts(compile(value, { variables, wildcards: true }))
  return (actual, context) => {
    const texts = parts([...actual])
    if (value === '*') return true
    if (patterns.length !== 6 || texts.length !== 6) return false
    const results = patterns.map((pattern, n) => matches(pattern, texts[n]!.join(''), context))
    return results.includes(undefined) ? undefined : !results.includes(false)
  }
}

export const arn: Record<string, Operator> = {
  ArnEquals: { test: like },
  ArnLike: { test: like },
  ArnNotEquals: { test: like, negated: true },
  ArnNotLike: { test: like, negated: true },
}
