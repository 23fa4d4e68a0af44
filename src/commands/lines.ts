import { createInterface } from 'node:readline'

/** Reads lines one by one, from a terminal or a pipe; undefined after the last. */
export const openLines = (
  input: NodeJS.ReadableStream,
): { next: () => Promise<string | undefined>; close: () => void } => {
  const reader = createInterface({ input, terminal: false })
  const lines = reader[Symbol.asyncIterator]()
  return {
    next: async () => {
      const { value, done } = await lines.next()
      return done ? undefined : (value as string)
    },
    close: () => reader.close(),
  }
}
