import { compile, matches } from '../pattern.ts'
import type { Operator, Test } from './operator.ts'

const same = (value: string, variables: boolean): Test => {
  const pattern = compile(value.toLowerCase(), { variables, wildcards: false })
  return (actual, context) => matches(pattern, actual.toLowerCase(), context)
}

export const bool: Record<string, Operator> = {
  Bool: { test: same },
}
