import { NormalizedSchema } from '@smithy/core/schema'
import type { SchemaRef } from '@smithy/types'

/** What CloudTrail writes in the place of a secret. */
const hidden = 'HIDDEN_DUE_TO_SECURITY_REASONS'

/** Codes and documents of credentials that the model does not mark: none of them is ever kept. */
const secret = /^(?:AuthenticationCode\d|TokenCode|SessionToken|SecretAccessKey|Base32StringSeed|QRCodePNG)$/

/** An input or an output as CloudTrail writes it: names begin small, secrets are hidden, dates are text. */
export const parametersOf = (schema: SchemaRef): ((value: object) => object | null) => {
  const write = writer(NormalizedSchema.of(schema))
  return value => {
    const written = write(value) as object | undefined
    return written === undefined || Object.keys(written).length === 0 ? null : written
  }
}

type Write = (value: unknown) => unknown

const writer = (shape: NormalizedSchema): Write => {
  if (shape.isUnitSchema()) return () => undefined
  if (shape.getMergedTraits().sensitive || shape.isBlobSchema()) return () => hidden
  if (shape.isListSchema()) {
    const write = writer(shape.getValueSchema())
    return value => (value as unknown[]).map(write)
  }
  if (shape.isTimestampSchema()) return value => new Date(value as Date).toISOString()
  if (!shape.isStructSchema()) return value => value
  const members = [...shape.structIterator()].map(
    ([name, member]): [name: string, small: string, write: Write] => [
      name,
      name[0]!.toLowerCase() + name.slice(1),
      secret.test(name) ? () => hidden : writer(member),
    ],
  )
  return value =>
    Object.fromEntries(
      members.flatMap(([name, small, write]) => {
        const item = (value as Record<string, unknown>)[name]
        return item === undefined || item === null ? [] : [[small, write(item)]]
      }),
    )
}
