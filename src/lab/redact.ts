import { NormalizedSchema } from '@smithy/core/schema'
import type { ApiCall } from './account.ts'
import { mask } from './mask.ts'

type OperationSchema = [kind: number, namespace: string, operation: string, traits: unknown, input: unknown]

/** Codes work once and for seconds only, and the service model does not mark them; they are hidden all the same. */
const codes = /^(AuthenticationCode\d|TokenCode)$/

/** A call's input with everything hidden that the service model marks sensitive. A stand-in of a plan (`<code 1>`) stays. */
export const redacted = (call: ApiCall): Record<string, unknown> => {
  const [, , , , input] = call.schema as OperationSchema
  return hide(NormalizedSchema.of(input as never), call.input) as Record<string, unknown>
}

const hide = (shape: NormalizedSchema, value: unknown): unknown => {
  if (value === undefined) return undefined
  if (shape.getMergedTraits().sensitive) return mask
  if (shape.isListSchema()) return (value as unknown[]).map(item => hide(shape.getValueSchema(), item))
  if (!shape.isStructSchema()) return value
  return Object.fromEntries(
    [...shape.structIterator()].flatMap(([name, member]) => {
      const item = (value as Record<string, unknown>)[name]
      if (item === undefined) return []
      return [[name, codes.test(name) && /^\d+$/.test(String(item)) ? mask : hide(member, item)]]
    }),
  )
}
