import type { Operator } from './operator.ts'

/** Seconds since 1970, or a date of ISO 8601; what is neither compares as unequal to everything. */
const time = (text: string): number => {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000
  return /^\d{4}-/.test(text) ? Date.parse(text) : NaN
}

const compared = (holds: (actual: number, value: number) => boolean): Operator => ({
  test: value => actual => holds(time(actual), time(value)),
})

export const date: Record<string, Operator> = {
  DateEquals: compared((actual, value) => actual === value),
  DateNotEquals: { ...compared((actual, value) => actual === value), negated: true },
  DateLessThan: compared((actual, value) => actual < value),
  DateLessThanEquals: compared((actual, value) => actual <= value),
  DateGreaterThan: compared((actual, value) => actual > value),
  DateGreaterThanEquals: compared((actual, value) => actual >= value),
}
