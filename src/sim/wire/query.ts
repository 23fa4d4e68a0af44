/**
 * The AWS Query protocol, server side: form fields in, XML out. IAM and STS speak it.
 * Shapes come from the SDK's own schemas, read once per operation, so there is no XML in an operation.
 */
import { parse } from 'node:querystring'
import { NormalizedSchema } from '@smithy/core/schema'
import type { SchemaRef } from '@smithy/types'
import { AwsError } from '../errors.ts'
import type { Query } from '../signature.ts'

/** Form fields by the parts of their names: `Tags.member.1.Key=team` stands at Tags, member, 1, Key. */
export type Form = { text?: string; parts?: Map<string, Form> }

/** The deepest input of IAM and STS has six parts (`ContextEntries.member.1.ContextKeyValues.member.1`); what is deeper is not of any shape as it is. */
const deepest = 8

/** Reads form fields, and those of the query. A field that comes twice counts once. */
export const readForm = (text: string, query: Query = {}): Form => {
  const form: Form = { parts: new Map() }
  for (const fields of [parse(text, '&', '=', { maxKeys: 0 }), query])
    for (const name of Object.keys(fields)) {
      const value = fields[name]
      place(form, name, (Array.isArray(value) ? value[0] : value) ?? '')
    }
  return form
}

const place = (form: Form, name: string, text: string): void => {
  let at = form
  const parts = name.includes('.') ? name.split('.', deepest) : [name]
  for (const part of parts) {
    at.parts ??= new Map()
    let next = at.parts.get(part)
    if (next === undefined) at.parts.set(part, (next = {}))
    at = next
  }
  at.text ??= text
}

/** A field's text at the top of a form. */
export const field = (form: Form, name: string): string | undefined => form.parts?.get(name)?.text

type Read = (form: Form) => unknown

/** A reader of one operation's input: `{Tags: [{Key: 'team'}]}`. Throws `MalformedInput`. */
export const formReader = (schema: SchemaRef): ((form: Form) => Record<string, unknown>) => {
  const shape = NormalizedSchema.of(schema)
  return shape.isUnitSchema() ? () => ({}) : (structReader(shape) as (form: Form) => Record<string, unknown>)
}

// The four sentences are AWS's serializer's own, seen in public: huseyinbabal/taws#123 (IAM, `UserName.1`), jclouds/legacy-jclouds#274, laurilehmijoki/s3_website#320, bhushankumar/amazon-mws#75.
const listNotExpected = 'Start of list found where not expected'
const structNotExpected = 'Start of structure or map found where not expected'
const scalarForStruct = 'Unexpected complex element termination'
const scalarForList = 'Unexpected list element termination'

const malformed = (message: string): AwsError => new AwsError('MalformedInput', message)

const reader = (shape: NormalizedSchema): Read => {
  if (shape.isStructSchema()) return structReader(shape)
  if (shape.isListSchema()) return listReader(shape)
  const convert = scalar(shape)
  return ({ text, parts }) => {
    if (parts !== undefined) throw malformed(isList(parts) ? listNotExpected : structNotExpected)
    return text === undefined ? undefined : convert(text)
  }
}

const isList = (parts: Map<string, Form>): boolean => parts.has('member') || /^\d/.test([...parts.keys()][0]!)

const structReader = (shape: NormalizedSchema): Read => {
  const members = [...shape.structIterator()].map(
    ([name, member]) => [name, (member.getMergedTraits().xmlName as string) ?? name, reader(member)] as const,
  )
  return ({ text, parts }) => {
    if (text) throw malformed(scalarForStruct)
    const input: Record<string, unknown> = {}
    if (parts === undefined) return input
    for (const [name, wireName, read] of members) {
      const part = parts.get(wireName)
      if (part !== undefined) input[name] = read(part)
    }
    return input
  }
}

/** Items in the order of their numbers; a gap closes up. `TagKeys=` is the empty list. */
const listReader = (shape: NormalizedSchema): Read => {
  const read = reader(shape.getValueSchema())
  return ({ text, parts }) => {
    if (text) throw malformed(scalarForList)
    const items = parts?.get('member')?.parts
    if (items === undefined) return []
    const numbers = [...items.keys()].map(key => {
      if (!/^\d{1,9}$/.test(key)) throw malformed(structNotExpected)
      return [Number(key), key] as const
    })
    return numbers.toSorted(([a], [b]) => a - b).map(([, key]) => read(items.get(key)!))
  }
}

const scalar = (shape: NormalizedSchema): ((text: string) => unknown) => {
  if (shape.isBooleanSchema()) return boolean
  if (shape.isNumericSchema()) return integer
  if (shape.isTimestampSchema()) return timestamp
  if (shape.isBlobSchema()) return text => Buffer.from(text, 'base64')
  return text => text
}

// `true`, `false`, `1` and `0` only; `TRUE` is refused. The sentence was recorded from SES, which has the same serializer.
const boolean = (text: string): boolean => {
  if (text === 'true' || text === '1') return true
  if (text === 'false' || text === '0') return false
  throw malformed('boolean must follow xsd1.1 definition')
}

// `01` and `+1` are accepted (recorded). The sentence for other text was looked for and not found; CloudFormation was seen to answer a MalformedInput without one (neillturner/knife-cfn#13).
const integer = (text: string): number => {
  const number = Number(text)
  if (!/^[+-]?\d{1,10}$/.test(text) || number > 2_147_483_647 || number < -2_147_483_648) throw malformed('')
  return number
}

const timestamp = (text: string): Date => {
  const date = new Date(text)
  if (Number.isNaN(date.getTime())) throw malformed('timestamp must follow ISO8601')
  return date
}

/** A writer of one operation's answer: `<CreateUserResponse><CreateUserResult>...`. */
export const xmlWriter = (
  operation: string,
  schema: SchemaRef,
  xmlns: string,
): ((output: object, requestId: string) => string) => {
  const shape = NormalizedSchema.of(schema)
  const write = shape.isUnitSchema() ? undefined : structWriter(shape)
  const [open, close] = [`<${operation}Response xmlns="${xmlns}">`, `</${operation}Response>`]
  return (output, requestId) => {
    const result = write === undefined ? '' : element(`${operation}Result`, write(output))
    return `${open}${result}<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>${close}`
  }
}

/** An error as IAM and STS write it. `Type` says whose fault it is. */
export const xmlError = (error: AwsError, requestId: string, xmlns: string): string => {
  const type = error.status < 500 ? 'Sender' : 'Receiver'
  const message = error.message === '' ? '' : element('Message', escape(error.message))
  return `<ErrorResponse xmlns="${xmlns}"><Error><Type>${type}</Type><Code>${error.code}</Code>${message}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`
}

type Write = (value: any) => string

const writer = (shape: NormalizedSchema): Write => {
  if (shape.isStructSchema()) return structWriter(shape)
  if (shape.isListSchema()) {
    const write = writer(shape.getValueSchema())
    return (items: unknown[]) => {
      let xml = ''
      for (const item of items) xml += element('member', write(item))
      return xml
    }
  }
  if (shape.isMapSchema()) {
    const write = writer(shape.getValueSchema())
    return (map: object) =>
      Object.entries(map)
        .map(
          ([key, value]) => `<entry>${element('key', escape(key))}${element('value', write(value))}</entry>`,
        )
        .join('')
  }
  if (shape.isTimestampSchema()) return seconds
  if (shape.isBlobSchema()) return (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  if (shape.isStringSchema()) return escape
  return String
}

const structWriter = (shape: NormalizedSchema): Write => {
  const members = [...shape.structIterator()].map(
    ([name, member]) => [name, (member.getMergedTraits().xmlName as string) ?? name, writer(member)] as const,
  )
  return (value: Record<string, unknown>) => {
    let xml = ''
    for (const [name, wireName, write] of members) {
      const item = value[name]
      if (item !== undefined && item !== null) xml += element(wireName, write(item))
    }
    return xml
  }
}

/** AWS's dates have whole seconds: `2026-09-11T13:14:52Z`. */
const seconds = (date: Date | string): string =>
  `${(date instanceof Date ? date : new Date(date)).toISOString().slice(0, 19)}Z`

const element = (name: string, content: string): string => `<${name}>${content}</${name}>`

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#xD;' }

/** XML 1.0 has no way to write most control characters (2.2 Characters): clients could not read the answer. What AWS does was looked for and not found. */
// oxlint-disable-next-line no-control-regex
const marked = /[&<>"\r\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/
const everyMarked = new RegExp(marked, 'g')

const escape = (text: string): string =>
  marked.test(text) ? String(text).replaceAll(everyMarked, mark => marks[mark] ?? '\uFFFD') : String(text)
