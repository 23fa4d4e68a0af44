import { glob, parse, resolve } from '../pattern.ts'
import type { Operator, Test } from './operator.ts'

const colon = 58

/** The six parts between the colons, the last one with all that is left; undefined when there are fewer. */
const parts = <Item>(items: readonly Item[], isColon: (item: Item) => boolean): Item[][] | undefined => {
  const result: Item[][] = [[]]
  for (const item of items)
    if (isColon(item) && result.length < 6) result.push([])
    else result.at(-1)!.push(item)
  return result.length === 6 ? result : undefined
}

/**
 * "Each of the six colon-delimited components of the ARN is checked separately and each can include [...] wildcards": `*` does not reach over a
 * colon. `ArnEquals` and `ArnLike` are the same. `*` alone is any ARN.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
const like = (value: string, variables: boolean): Test => {
  if (value === '*') return () => true
  const tokens = parse(value, { variables, wildcards: true })
  const matching = (codes: readonly number[]): ((actual: string) => boolean) => {
    const globs = parts(codes, code => code === colon)?.map(glob)
    return actual =>
      globs !== undefined &&
      parts([...actual], character => character === ':')?.every((part, n) => globs[n]!(part.join(''))) ===
        true
  }
  const literal = tokens.filter(token => typeof token === 'number')
  if (literal.length === tokens.length) return matching(literal)
  return (actual, context) => {
    const codes = resolve(tokens, context)
    return codes !== undefined && matching(codes)(actual)
  }
}

export const arn: Record<string, Operator> = {
  ArnEquals: { test: like },
  ArnLike: { test: like },
  ArnNotEquals: { test: like, negated: true },
  ArnNotLike: { test: like, negated: true },
}
