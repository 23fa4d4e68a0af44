/** JSON, server side: JSON in, JSON out. Account has the operation in the path, CloudTrail (JSON 1.1) in a header. */
import { NormalizedSchema } from '@smithy/core/schema'
import type { SchemaRef, StaticOperationSchema } from '@smithy/types'
import { AwsError, type ErrorCode } from '../errors.ts'

/** The operation's path: `/getAlternateContact`. */
export const pathOf = (schema: StaticOperationSchema): string => {
  const { http } = schema[3] as { http: [method: string, path: string, statusCode: number] }
  return http[1]
}

type Convert = (value: unknown) => unknown

/** A reader of one operation's input. Throws `MalformedInput` for what is not JSON or not of the shape. */
export const jsonReader = (schema: SchemaRef): ((text: string) => Record<string, unknown>) => {
  const read = reader(NormalizedSchema.of(schema))
  return text => read(parse(text)) as Record<string, unknown>
}

const malformed = (message?: string): AwsError => new AwsError('MalformedInput', message ?? '')

const parse = (text: string): unknown => {
  if (text === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    throw malformed()
  }
}

const reader = (shape: NormalizedSchema): Convert => {
  if (shape.isUnitSchema()) return () => ({})
  if (shape.isStructSchema()) {
    const members = [...shape.structIterator()].map(([name, member]) => [name, reader(member)] as const)
    return value => {
      if (Array.isArray(value)) throw malformed(misplaced(value, ''))
      if (typeof value !== 'object' || value === null) throw malformed()
      const input: Record<string, unknown> = {}
      for (const [name, read] of members) {
        const item = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined
        if (item !== undefined && item !== null) input[name] = read(item)
      }
      return input
    }
  }
  if (shape.isListSchema()) {
    const read = reader(shape.getValueSchema())
    return value => {
      if (!Array.isArray(value)) throw malformed(misplaced(value, 'List'))
      return value.map(read)
    }
  }
  if (shape.isTimestampSchema())
    return value => {
      if (typeof value !== 'number') throw malformed(misplaced(value, 'Timestamp'))
      return new Date(value * 1000)
    }
  const [type, name] = shape.isBooleanSchema()
    ? ['boolean', 'Boolean']
    : shape.isNumericSchema()
      ? ['number', 'Integer']
      : ['string', 'String']
  return value => {
    if (typeof value !== type) throw malformed(misplaced(value, name!))
    return value
  }
}

/** The sentences of AWS's JSON services for a value of another type, as DynamoDB answers them. */
const misplaced = (value: unknown, wanted: string): string => {
  if (Array.isArray(value)) return 'Start of list found where not expected'
  if (typeof value === 'object') return 'Start of structure or map found where not expected.'
  if (typeof value === 'string') return `STRING_VALUE cannot be converted to ${wanted}`
  if (typeof value === 'number') return `NUMBER_VALUE cannot be converted to ${wanted}`
  return `${String(value).toUpperCase()}_VALUE cannot be converted to ${wanted}`
}

/** A writer of one operation's answer. JSON 1.1 has dates as seconds since 1970. */
export const jsonWriter = (
  schema: SchemaRef,
  { epoch = false }: { epoch?: boolean } = {},
): ((output: object) => string) => {
  const write = writer(NormalizedSchema.of(schema), epoch)
  return output => JSON.stringify(write(output))
}

const writer = (shape: NormalizedSchema, epoch: boolean): Convert => {
  if (shape.isStructSchema()) {
    const members = [...shape.structIterator()].map(
      ([name, member]) => [name, writer(member, epoch)] as const,
    )
    return value =>
      Object.fromEntries(
        members.flatMap(([name, write]) => {
          const item = (value as Record<string, unknown>)[name]
          return item === undefined || item === null ? [] : [[name, write(item)]]
        }),
      )
  }
  if (shape.isListSchema()) {
    const write = writer(shape.getValueSchema(), epoch)
    return value => (value as unknown[]).map(write)
  }
  if (shape.isTimestampSchema() && epoch) return date => (date as Date).getTime() / 1000
  if (shape.isTimestampSchema()) return date => `${new Date(date as Date).toISOString().slice(0, 19)}Z`
  return value => value
}

/** What the JSON services call an error that IAM calls otherwise. */
const names: Partial<Record<ErrorCode, string>> = {
  AccessDenied: 'AccessDeniedException',
  ExpiredToken: 'ExpiredTokenException',
  IncompleteSignature: 'IncompleteSignatureException',
  InternalFailure: 'InternalServerException',
  InvalidAction: 'UnknownOperationException',
  InvalidClientTokenId: 'UnrecognizedClientException',
  MalformedInput: 'SerializationException',
  MissingAuthenticationToken: 'MissingAuthenticationTokenException',
  RequestEntityTooLarge: 'RequestEntityTooLargeException',
  SignatureDoesNotMatch: 'InvalidSignatureException',
  Throttling: 'TooManyRequestsException',
  ValidationError: 'ValidationException',
}

/** An error's name on the JSON wire, for the header `x-amzn-errortype`. */
export const jsonErrorType = (code: ErrorCode): string => names[code] ?? code

/** An error's body: Account has its name in a header, the JSON 1.x services beside the message. */
export const jsonError = (error: AwsError): string =>
  JSON.stringify({ __type: jsonErrorType(error.code), message: error.message })
