import { compile } from '../pattern.ts'
import type { Operator } from './operator.ts'

/** AWS says in one place that variables may be used here and in another that they may not: they are put in. */
export const bool: Record<string, Operator> = {
  Bool: { test: (value, variables) => compile(value, { variables, ignoringCase: true }) },
}
