import type { Operator } from './operator.ts'

/** `true` asks that the request has no such key, `false` that it has one. */
export const nullCheck: Record<string, Operator> = {
  Null: { test: value => actual => actual === value.toLowerCase(), ofPresence: true },
}
