import { compile, matches } from '../pattern.ts'
import type { Operator, Test } from './operator.ts'

const like = (value: string, variables: boolean): Test => {
  const pattern = compile(value, { variables, wildcards: true })
  return (actual, context) => matches(pattern, actual, context)
}

const equal = (value: string, variables: boolean): Test => {
  const pattern = compile(value, { variables, wildcards: false })
  return (actual, context) => matches(pattern, actual, context)
}

const equalIgnoringCase = (value: string, variables: boolean): Test => {
  const pattern = compile(value.toLowerCase(), { variables, wildcards: false })
  return (actual, context) => {
    const lower = new Map([...context].map(([key, values]) => [key, values.map(one => one.toLowerCase())]))
    return matches(pattern, actual.toLowerCase(), lower)
  }
}

export const string: Record<string, Operator> = {
  StringEquals: { test: equal },
  StringNotEquals: { test: equal, negated: true },
  StringEqualsIgnoreCase: { test: equalIgnoringCase },
  StringNotEqualsIgnoreCase: { test: equalIgnoringCase, negated: true },
  StringLike: { test: like },
  StringNotLike: { test: like, negated: true },
}
