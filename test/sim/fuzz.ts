import { NormalizedSchema } from '@smithy/core/schema'
import type { Credentials } from '../../src/lab/account.ts'
import { codeAt } from '../../src/sim/totp.ts'
import type { Operation } from '../../src/sim/operation.ts'
import { services } from '../../src/sim/services.ts'
import type { Data } from '../../src/sim/state.ts'
import { signed, type Unsigned } from './sign.ts'

/** A source of choices that is the same for the same seed. */
export type Random = {
  /** A whole number from 0 to below `end`. */
  below: (end: number) => number
  /** Whether something that happens once in `n` times happens. */
  oneIn: (n: number) => boolean
  pick: <Item>(items: readonly Item[]) => Item
}

/** Marsaglia's xorshift of 32 bits (Journal of Statistical Software 8, 14). */
export const createRandom = (seed: number): Random => {
  let state = (Math.imul(seed, 0x9e_37_79_b1) ^ 0x5b_d1_e9_95) | 1
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
  for (let skipped = 0; skipped < 8; skipped++) next()
  const below = (end: number) => next() % end
  return { below, oneIn: n => below(n) === 0, pick: items => items[below(items.length)]! }
}

type ServiceName = keyof typeof services
const operations = (Object.keys(services) as ServiceName[]).flatMap(service =>
  Object.values(services[service].operations as Record<string, Operation>).map(operation => ({
    service,
    operation,
    version: services[service].version,
  })),
)

/** Makers come four times as often as the rest, so that there is something to ask for. */
const weighted = operations.flatMap(one =>
  /^(?:Create|Add|Attach|Put|Enable|Tag|GetSessionToken)/.test(one.operation.name)
    ? [one, one, one, one]
    : [one],
)

/** Few, so that they meet. */
const names = {
  User: ['ada', 'Ada', 'bob', 'eve'],
  Group: ['Admins', 'admins', 'Staff'],
  others: ['one', 'two'],
}
const policies = [
  'arn:aws:iam::aws:policy/AdministratorAccess',
  'arn:aws:iam::aws:policy/IAMFullAccess',
  'arn:aws:iam::aws:policy/ReadOnlyAccess',
  'arn:aws:iam::aws:policy/job-function/Billing',
  'arn:aws:iam::aws:policy/Nothing',
  ...['one', 'team/one', 'two', 'team/blue/two'].map(name => `arn:aws:iam::111122223333:policy/${name}`),
]
const documents = [
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
  '{"Version":"2012-10-17","Statement":{"Effect":"Deny","NotAction":["iam:Get*","sts:*"],"Resource":"*","Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}}}',
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:*","Resource":"arn:aws:iam::*:user/${aws:username}"}]}',
  '{"Version":"2008-10-17","Statement":[{"Effect":"Allow","Action":"iam:*","NotResource":"arn:aws:iam::*:user/*","Condition":{"StringLike":{"aws:username":"****************a"},"DateLessThan":{"aws:CurrentTime":"x"},"IpAddress":{"aws:SourceIp":"::1/999"},"NumericEquals":{"aws:MultiFactorAuthAge":"NaN"}}}]}',
  '{"Statement":[]}',
  '{"Version":"2012-10-17","Statement":null}',
  `{"Version":"2012-10-17","Statement":${'['.repeat(3000)}${']'.repeat(3000)}}`,
  '[]',
  'null',
  '{',
]
const trusts = [
  '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}}',
  '{"Version":"2012-10-17","Statement":{"Effect":"Deny","NotPrincipal":{"AWS":"111122223333"},"Action":"sts:*"}}',
  '{"Statement":{"Effect":"Allow","Principal":{"AWS":[["x"]]},"Action":"sts:AssumeRole"}}',
  '{"Statement":{"Effect":"Allow","Principal":7,"Action":{}}}',
  '[]',
]
const hostile = [
  '',
  ' ',
  '\0',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  '<x>&"\'',
  ']]>',
  '\u{1F511}\uFFFE\u202E',
  '%00%zz',
  "'; --",
  '${aws:username}',
  '{{x}}',
  'a'.repeat(65),
  '-'.repeat(513),
  '/'.repeat(3000),
  'a'.repeat(9000),
  '\r\nX: y',
  'true',
  'NaN',
  '1e9',
]
const numbers = [1, 2, 6, 14, 24, 100, 900, 1000, 3600]
const oddNumbers = [-1, 0, 5, 899, 1001, 1096, 2_147_483_647, 2 ** 31, 1e21, 0.5]

/** Values that make an operation go further than its checks, by parameter. */
const fitting = (name: string, random: Random, { data, at }: World): string | undefined => {
  const keys = [...data.accessKeys.keys(), 'AKIAIOSFODNN7EXAMPLE']
  const devices = [...data.mfaDevices.values()]
  const device = devices.length > 0 ? random.pick(devices) : undefined
  const code = (steps: number) =>
    device === undefined ? '000000' : codeAt(device.seed, new Date(at.getTime() + steps * 30_000))
  switch (name) {
    case 'UserName':
    case 'NewUserName':
      return random.pick(names.User)
    case 'GroupName':
    case 'NewGroupName':
      return random.pick(names.Group)
    case 'PolicyName':
    case 'VirtualMFADeviceName':
      return random.pick(names.others)
    case 'AccessKeyId':
      return random.pick(keys)
    case 'SerialNumber':
      return device?.serialNumber ?? 'arn:aws:iam::111122223333:mfa/phone'
    case 'AuthenticationCode1':
      return code(-1)
    case 'AuthenticationCode2':
      return code(0)
    case 'TokenCode':
      return code(random.below(3))
    case 'PolicyArn':
    case 'PermissionsBoundary':
      return random.pick(policies)
    case 'RoleName':
    case 'InstanceProfileName':
    case 'RoleSessionName':
      return random.pick(names.others)
    case 'RoleArn':
      return `arn:aws:iam::111122223333:role/${random.pick(names.others)}`
    case 'PolicySourceArn':
    case 'CallerArn':
      return `arn:aws:iam::111122223333:${random.pick(['user/ada', 'group/Admins', 'role/one'])}`
    case 'ActionNames':
      return random.pick(['iam:GetUser', 'iam:CreateUser', 's3:GetObject'])
    case 'AssumeRolePolicyDocument':
      return random.pick(trusts)
    case 'VersionId':
      return `v${1 + random.below(7)}`
    case 'AttributeKey':
      return random.pick(['EventName', 'Username', 'ReadOnly'])
    case 'PolicyDocument':
    case 'PolicyInputList':
    case 'Policy':
    case 'ResourcePolicy':
    case 'PermissionsBoundaryPolicyInputList':
      return random.pick(documents)
    case 'Password':
    case 'NewPassword':
    case 'OldPassword':
      return random.pick(['correct-Horse7battery', 'staple-Horse8battery', 'short'])
    case 'Path':
    case 'NewPath':
    case 'PathPrefix':
      return random.pick(['/', '/team/', '/team/blue/'])
    case 'AccountAlias':
      return random.pick(['blue-team', 'red-team'])
    case 'Status':
      return random.pick(['Active', 'Inactive'])
    case 'AlternateContactType':
      return random.pick(['BILLING', 'OPERATIONS', 'SECURITY'])
    case 'EmailAddress':
      return 'ada@example.com'
    case 'PhoneNumber':
      return '+1 206 555 0100'
    case 'CountryCode':
      return 'US'
    case 'Key':
    case 'TagKeys':
      return random.pick(['team', 'Team', 'cost'])
    case 'Marker':
      return Buffer.from(`after:${random.pick(names.User)}`).toString('base64url')
    default:
      return undefined
  }
}

/** What a request is made for: the account as it is, and the time there. */
export type World = { data: Data; at: Date }

type Value = string | number | boolean | Value[] | { [name: string]: Value }

const valueOf = (name: string, shape: NormalizedSchema, random: Random, world: World): Value => {
  if (random.oneIn(200)) return random.pick<Value>([{ x: 'y' }, ['z'], 'text', 7, true])
  if (shape.isStructSchema()) return structOf(shape, random, world)
  if (shape.isListSchema())
    return Array.from({ length: random.oneIn(30) ? 60 : random.below(3) }, () =>
      valueOf(name, shape.getValueSchema(), random, world),
    )
  if (shape.isBooleanSchema()) return random.oneIn(40) ? random.pick(hostile) : random.oneIn(2)
  if (shape.isNumericSchema())
    return random.oneIn(40) ? random.pick(hostile) : random.pick(random.oneIn(6) ? oddNumbers : numbers)
  if (random.oneIn(40)) return random.pick(hostile)
  return fitting(name, random, world) ?? random.pick(['a', 'All', 'Ada Lovelace', '12345'])
}

const structOf = (shape: NormalizedSchema, random: Random, world: World): { [name: string]: Value } => {
  // The SDK's schemas list a structure's required members first, and say how many they are.
  const required = (shape.getSchema() as { 6?: number })[6] ?? 0
  return Object.fromEntries(
    [...shape.structIterator()].flatMap(([name, member], index) =>
      random.oneIn(index < required ? 60 : 2) ? [] : [[name, valueOf(name, member, random, world)]],
    ),
  )
}

/** `{Tags: [{Key: 'team'}]}` to `Tags.member.1.Key=team`. */
const fieldsOf = (value: Value, name: string): [name: string, value: string][] => {
  if (Array.isArray(value))
    return value.flatMap((item, index) => fieldsOf(item, `${name}.member.${index + 1}`))
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([key, item]) =>
      fieldsOf(item, name === '' ? key : `${name}.${key}`),
    )
  return [[name, String(value)]]
}

const encoded = (text: string): string => encodeURIComponent(text).replaceAll('%20', '+')

/** Form fields, some of them twice, misnamed or lost. */
const formOf = (fields: [name: string, value: string][], random: Random): string => {
  const all = fields.flatMap(([name, value]): [string, string][] => {
    if (!random.oneIn(120)) return [[name, value]]
    return random.pick<[string, string][]>([
      [],
      [
        [name, value],
        [name, random.pick(hostile)],
      ],
      [[`${name}.member.1`, value]],
      [[`${name}${'.1'.repeat(20)}`, value]],
      [[name.toLowerCase(), value]],
      [[`__proto__.${name}`, value]],
      [[name.replace('.1', '.4294967296'), value]],
    ])
  })
  return all.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&')
}

/** Bytes with some of them changed, doubled or lost. */
export const mutated = (bytes: Buffer, random: Random): Buffer => {
  const parts: Buffer[] = []
  let from = 0
  for (let times = 1 + random.below(4); times > 0; times--) {
    const to = from + random.below(Math.max(1, bytes.length - from))
    parts.push(bytes.subarray(from, to))
    if (random.oneIn(3)) parts.push(Buffer.from([random.below(256)]))
    else if (random.oneIn(2)) parts.push(bytes.subarray(to, to + random.below(40)))
    from = to + random.below(3)
  }
  return Buffer.concat([...parts, bytes.subarray(from)])
}

/** Credentials of somebody in the account, or of nobody. */
const signerOf = (random: Random, { data }: World, root: Credentials): Credentials => {
  if (!random.oneIn(4)) return root
  const key = random.pick([...data.accessKeys.values(), undefined])
  const session = random.pick([...data.sessions.values(), undefined])
  const chosen: Credentials | undefined =
    session !== undefined && random.oneIn(2)
      ? { accessKeyId: session.id, secretAccessKey: session.secret, sessionToken: session.token }
      : key && { accessKeyId: key.id, secretAccessKey: key.secret }
  return (
    chosen ?? { accessKeyId: random.pick(hostile), secretAccessKey: 'x', sessionToken: random.pick(hostile) }
  )
}

/** A request of the lab's kind, right in most of its parts. */
export type Fuzzed = {
  what: string
  method: string
  target: string
  headers: Record<string, string>
  body: Buffer
}

/** One random request: an operation with random input, signed by somebody, and then perhaps broken. */
export const fuzzedRequest = (random: Random, world: World, root: Credentials): Fuzzed => {
  const { service, operation, version } = random.pick(weighted)
  const { name, schema } = operation
  const shape = NormalizedSchema.of(schema[4])
  const input = shape.isUnitSchema() ? {} : structOf(shape, random, world)
  const isJson = service === 'account'
  const text = isJson
    ? JSON.stringify(input)
    : formOf([['Action', name], ['Version', version], ...fieldsOf(input, '')], random)
  const inQuery = !isJson && text.length < 8000 && random.oneIn(12)
  const path = isJson ? (schema[3] as { http: [string, string, number] }).http[1] : '/'
  const body = inQuery ? Buffer.alloc(0) : Buffer.from(text)
  const unsigned: Unsigned = {
    method: inQuery ? 'GET' : random.oneIn(60) ? random.pick(['PUT', 'DELETE', 'GET', 'X']) : 'POST',
    target: inQuery ? `${path}?${text.replaceAll('+', '%20')}` : random.oneIn(60) ? `${path}x?y=%zz` : path,
    headers: {
      host: 'localhost',
      'content-type': isJson ? 'application/json' : 'application/x-www-form-urlencoded; charset=utf-8',
    },
    body: random.oneIn(40) ? mutated(body, random) : body,
  }
  const scope = { service: random.oneIn(80) ? random.pick(['s3', 'iam', 'sts', '']) : service, at: world.at }
  const headers = signed(unsigned, signerOf(random, world, root), scope)
  return { what: `${service} ${name} ${text.slice(0, 2000)}`, ...unsigned, headers: spoilt(headers, random) }
}

/** Headers as they were, or with one of them broken. */
const spoilt = (headers: Record<string, string>, random: Random): Record<string, string> => {
  if (!random.oneIn(30)) return headers
  const name = random.pick(Object.keys(headers))
  const { [name]: value, ...others } = headers
  if (random.oneIn(3)) return others
  const changed = random.oneIn(2)
    ? mutated(Buffer.from(value!), random).toString('latin1')
    : random.pick(hostile)
  return { ...others, [name]: changed }
}
