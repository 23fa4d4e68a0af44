import { compile } from '../pattern.ts'
import type { Operator } from './operator.ts'

const equal: Operator['test'] = (value, variables) => compile(value, { variables })
const equalIgnoringCase: Operator['test'] = (value, variables) =>
  compile(value, { variables, ignoringCase: true })
const like: Operator['test'] = (value, variables) => compile(value, { variables, wildcards: true })

export const string: Record<string, Operator> = {
  StringEquals: { test: equal },
  StringNotEquals: { test: equal, negated: true },
  StringEqualsIgnoreCase: { test: equalIgnoringCase },
  StringNotEqualsIgnoreCase: { test: equalIgnoringCase, negated: true },
  StringLike: { test: like },
  StringNotLike: { test: like, negated: true },
}
