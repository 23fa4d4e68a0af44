import type { Operator } from './operator.ts'

/** Operators on values in an order, under names that begin alike. `read` answers NaN to what is none: it is unequal to everything. */
export const compared = (name: string, read: (text: string) => number): Record<string, Operator> => {
  const operator = (holds: (actual: number, value: number) => boolean): Operator => ({
    test: value => {
      const wanted = read(value)
      return actual => holds(read(actual), wanted)
    },
  })
  const equals = operator((actual, value) => actual === value)
  return {
    [`${name}Equals`]: equals,
    [`${name}NotEquals`]: { ...equals, negated: true },
    [`${name}LessThan`]: operator((actual, value) => actual < value),
    [`${name}LessThanEquals`]: operator((actual, value) => actual <= value),
    [`${name}GreaterThan`]: operator((actual, value) => actual > value),
    [`${name}GreaterThanEquals`]: operator((actual, value) => actual >= value),
  }
}
