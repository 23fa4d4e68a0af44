import type { Operator } from './operator.ts'

/** The bytes that a text in base 64 stands for; undefined when it is none. */
const bytes = (text: string): Buffer | undefined =>
  /^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0 ? Buffer.from(text, 'base64') : undefined

/** Byte for byte, both in base 64. */
export const binary: Record<string, Operator> = {
  BinaryEquals: {
    test: value => {
      const wanted = bytes(value)
      return actual => wanted !== undefined && bytes(actual)?.equals(wanted) === true
    },
  },
}
