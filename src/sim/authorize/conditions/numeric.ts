import type { Operator } from './operator.ts'

/** What is no number compares as unequal to everything. */
const number = (text: string): number => (text.trim() === '' ? NaN : Number(text))

const compared = (holds: (actual: number, value: number) => boolean): Operator => ({
  test: value => actual => holds(number(actual), number(value)),
})

export const numeric: Record<string, Operator> = {
  NumericEquals: compared((actual, value) => actual === value),
  NumericNotEquals: { ...compared((actual, value) => actual === value), negated: true },
  NumericLessThan: compared((actual, value) => actual < value),
  NumericLessThanEquals: compared((actual, value) => actual <= value),
  NumericGreaterThan: compared((actual, value) => actual > value),
  NumericGreaterThanEquals: compared((actual, value) => actual >= value),
}
