import type { Operator } from './operator.ts'

/** Byte for byte, both in base 64. */
export const binary: Record<string, Operator> = {
  BinaryEquals: {
    test: value => actual => Buffer.from(actual, 'base64').equals(Buffer.from(value, 'base64')),
  },
}
