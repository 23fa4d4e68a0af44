import type { ApiCall } from '../../src/lab/account.ts'
import { awsPolicies } from '../../src/sim/iam/aws-policies.ts'
import type { State } from '../../src/sim/state.ts'

/** A call, or one made from what the calls before it answered. */
export type CaseCall = ApiCall<any> | ((outputs: any[]) => ApiCall<any>)

/** One thing an operation does, as data: the same table runs in process and over HTTP. */
export type Case = {
  /** A sentence about behaviour. */
  name: string
  /** Rows that are there before the first call, for what would take too many calls. */
  rows?: (state: State) => void
  /** Calls by root that set the account up. */
  given?: CaseCall[]
  /** Seconds of the account's time between those and the call. */
  later?: number
  /** Who makes the call: a user by name; root when left out. */
  as?: string
  /** What the call is signed with; a console session without MFA when left out. */
  signedWith?: 'a long-term key' | 'a session with MFA' | 'temporary credentials'
  call: CaseCall
  /** The whole output, in the words of `plain`, or the error. */
  expect: { output: unknown } | { code: string; status: number; message: string }
  /** What root sees afterwards. */
  afterwards?: { call: CaseCall; output: unknown }
}

/** Those of AWS's policies stay as they are. */
const kept = new Set(awsPolicies.map(({ id }) => id))
const ids: [pattern: RegExp, name: string][] = [
  [/^AIDA[A-Z2-7]{17}$/, '<UserId>'],
  [/^AGPA[A-Z2-7]{17}$/, '<GroupId>'],
  [/^AROA[A-Z2-7]{17}$/, '<RoleId>'],
  [/^ANPA[A-Z2-7]{17}$/, '<PolicyId>'],
  [/^AIPA[A-Z2-7]{17}$/, '<InstanceProfileId>'],
  [/^AKIA[A-Z2-7]{16}$/, '<AccessKeyId>'],
  [/^ASIA[A-Z2-7]{16}$/, '<SessionKeyId>'],
]
const secrets: Record<string, RegExp> = {
  SecretAccessKey: /^[A-Za-z0-9+/]{40}$/,
  SessionToken: /^[A-Za-z0-9+/]{256}$/,
  Base32StringSeed: /^[A-Z2-7]{64}$/,
  QRCodePNG: /^.PNG\r\n/,
  Marker: /^[\w-]+$/,
}

const plainText = (text: string, member: string): string => {
  if (secrets[member]?.test(text)) return `<${member}>`
  return (kept.has(text) ? undefined : ids.find(([pattern]) => pattern.test(text))?.[1]) ?? text
}

const plainDate = (date: Date): string => {
  const age = Date.now() - date.getTime()
  const text = date.toISOString().replace('.000Z', 'Z')
  if (text.length > 20) return text
  // Sessions last whole quarters of an hour, less what the call took.
  const quarters = Math.ceil(-age / 900_000)
  if (quarters > 0 && quarters * 900_000 + age < 60_000) return `<in ${quarters * 900} s>`
  return age >= 0 && age < 60_000 ? '<now>' : text
}

/** An output without what differs from run to run: ids, secrets, markers, dates of the last minute that end at the second, and the end of a session. Bytes are text, a byte a letter. */
export const plain = (value: unknown, member = ''): unknown => {
  if (value instanceof Date) return plainDate(value)
  if (value instanceof Uint8Array) return plainText(Buffer.from(value).toString('latin1'), member)
  if (typeof value === 'string') return plainText(value, member)
  if (Array.isArray(value)) return value.map(item => plain(item, member))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, item]) => name !== '$metadata' && item !== undefined)
      .map(([name, item]) => [name, plain(item, name)]),
  )
}
