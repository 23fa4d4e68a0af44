import { createHmac, hash, timingSafeEqual } from 'node:crypto'
import { AwsError } from './errors.ts'

/** A decoded query string. The same name twice is an array. */
export type Query = Record<string, string | string[] | null | undefined>

/** An HTTP request as the SDK builds it and `node:http` reads it: header names in lower case, `path` without the query. */
export type WireRequest = {
  method: string
  path: string
  query?: Query
  headers: Record<string, string>
  body?: Uint8Array | string | undefined
}

/** What a request says of its own signature, whether in the Authorization header or in the query. */
export type Signature = {
  accessKeyId: string
  /** The scope's day, `20261123`. */
  day: string
  region: string
  service: string
  /** `20261123T101500Z` */
  signedAt: string
  /** A presigned URL's life. */
  expiresSeconds?: number
  signedHeaders: string
  signature: string
  sessionToken?: string | undefined
}

/** What the request says of its signature; undefined when it is not signed. Throws `IncompleteSignature`. */
export const readSignature = ({ headers, query = {} }: WireRequest): Signature | undefined => {
  const authorization = own(headers, 'authorization')
  if (authorization !== undefined) return fromHeader(authorization, headers)
  return one(query, 'X-Amz-Algorithm') === undefined && one(query, 'X-Amz-Signature') === undefined
    ? undefined
    : fromQuery(query)
}

const algorithm = 'AWS4-HMAC-SHA256'

// AWS's sentences, one for each part that is missing, as API Gateway answers `Authorization: Bearer ...` (rclone's source quotes the body whole).
const fromHeader = (authorization: string, headers: Record<string, string>): Signature => {
  const space = authorization.indexOf(' ')
  const scheme = space < 0 ? authorization : authorization.slice(0, space)
  const parts = scheme === algorithm ? authorization.slice(space + 1) : ''
  const credential = part(parts, 'Credential=')
  const signature = part(parts, 'Signature=')
  const signedHeaders = part(parts, 'SignedHeaders=')
  const signedAt = own(headers, 'x-amz-date') ?? basic(new Date(own(headers, 'date') ?? NaN))
  if (!credential || !signature || !signedHeaders || !signedAt) {
    const missing = [
      ...(credential ? [] : ["Authorization header requires 'Credential' parameter."]),
      ...(signature ? [] : ["Authorization header requires 'Signature' parameter."]),
      ...(signedHeaders ? [] : ["Authorization header requires 'SignedHeaders' parameter."]),
      ...(signedAt
        ? []
        : ["Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header."]),
    ]
    throw new AwsError('IncompleteSignature', `${missing.join(' ')} Authorization=${scheme}`)
  }
  return {
    ...scopeOf(credential),
    signedAt,
    signedHeaders,
    signature,
    sessionToken: own(headers, 'x-amz-security-token'),
  }
}

/** What stands after `name` up to the next comma. */
const part = (parts: string, name: string): string | undefined => {
  const at = parts.indexOf(name)
  if (at < 0) return undefined
  const end = parts.indexOf(',', at)
  return parts.slice(at + name.length, end < 0 ? undefined : end).trim()
}

const inQuery = [
  'X-Amz-Algorithm',
  'X-Amz-Credential',
  'X-Amz-Signature',
  'X-Amz-SignedHeaders',
  'X-Amz-Date',
]

// AWS's sentences for a query with parts missing, as Kinesis was seen to answer.
const fromQuery = (query: Query): Signature => {
  const [scheme, credential, signature, signedHeaders, signedAt] = inQuery.map(name => one(query, name))
  if (scheme !== algorithm || !credential || !signature || !signedHeaders || !signedAt) {
    const missing = inQuery.filter(
      name => !one(query, name) || (name === 'X-Amz-Algorithm' && scheme !== algorithm),
    )
    const sentences = missing.map(name => `AWS query-string parameters must include '${name}'. `).join('')
    throw new AwsError('IncompleteSignature', `${sentences}Re-examine the query-string parameters.`)
  }
  const expires = one(query, 'X-Amz-Expires')
  return {
    ...scopeOf(credential),
    signedAt,
    // 604800 s is the longest life AWS gives a presigned URL (Signature V4, query parameters).
    ...(expires !== undefined && { expiresSeconds: Math.min(Number(expires) || 0, 604_800) }),
    signedHeaders,
    signature,
    sessionToken: one(query, 'X-Amz-Security-Token'),
  }
}

const scopeOf = (credential: string): Pick<Signature, 'accessKeyId' | 'day' | 'region' | 'service'> => {
  const [accessKeyId, day, region, service, terminator, ...rest] = credential.split('/')
  if (!accessKeyId || !day || !region || !service || terminator !== 'aws4_request' || rest.length > 0)
    throw new AwsError(
      'IncompleteSignature',
      `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${credential}'`,
    )
  return { accessKeyId, day, region, service }
}

/** Checks a request against the secret its key has. Throws `SignatureDoesNotMatch` or `RequestExpired`. */
export type Verify = (request: WireRequest, signature: Signature, secret: string, machineNow: Date) => void

/** A `Verify` that remembers signing keys: one is good for a day, a region and a service. */
export const createVerify = (): Verify => {
  const signingKeys = new Map<string, Buffer>()
  return (request, signature, secret, machineNow) => {
    checkTime(signature, machineNow)
    const { day, region, service, signedAt } = signature
    const scope = `${day}/${region}/${service}/aws4_request`
    const cached = `${scope}/${secret}`
    let signingKey = signingKeys.get(cached)
    if (signingKey === undefined) {
      if (signingKeys.size >= 1000) signingKeys.clear()
      signingKey = [day, region, service, 'aws4_request'].reduce<Buffer | string>(
        hmac,
        `AWS4${secret}`,
      ) as Buffer
      signingKeys.set(cached, signingKey)
    }
    const stringToSign = `${algorithm}\n${signedAt}\n${scope}\n${hash('sha256', canonicalRequest(request, signature))}`
    const expected = createHmac('sha256', signingKey).update(stringToSign).digest()
    const given = Buffer.from(signature.signature, 'hex')
    if (given.length !== expected.length || !timingSafeEqual(given, expected))
      throw new AwsError(
        'SignatureDoesNotMatch',
        'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
      )
  }
}

const hmac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest()

const skew = 15 * 60_000

const checkTime = ({ day, signedAt, expiresSeconds }: Signature, now: Date): void => {
  const at = timeOf(signedAt)
  if (Number.isNaN(at))
    throw new AwsError(
      'IncompleteSignature',
      `Date must be in ISO-8601 'basic format'. Got '${signedAt}'. See http://en.wikipedia.org/wiki/ISO_8601`,
    )
  // The sentence, without its details: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html
  if (!signedAt.startsWith(day))
    throw new AwsError(
      'SignatureDoesNotMatch',
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${day}' != '${signedAt.slice(0, 8)}', from '${signedAt}'.`,
    )
  const time = now.getTime()
  if (at > time + skew)
    throw new AwsError(
      'SignatureDoesNotMatch',
      `Signature not yet current: ${signedAt} is still later than ${basic(new Date(time + skew))} (${basic(now)} + 15 min.)`,
    )
  if (expiresSeconds !== undefined) {
    if (time > at + expiresSeconds * 1000) throw new AwsError('RequestExpired', 'Request has expired')
    return
  }
  if (at < time - skew)
    throw new AwsError(
      'SignatureDoesNotMatch',
      `Signature expired: ${signedAt} is now earlier than ${basic(new Date(time - skew))} (${basic(now)} - 15 min.)`,
    )
}

/** `20261123T101500Z`; empty for a date that is none. */
const basic = (date: Date): string =>
  Number.isNaN(date.getTime()) ? '' : `${date.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

const timeOf = (text: string): number =>
  /^\d{8}T\d{6}Z$/.test(text)
    ? Date.parse(
        `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 11)}:${text.slice(11, 13)}:${text.slice(13)}`,
      )
    : NaN

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html, step 1. The payload is what came, not what a header says of it. */
const canonicalRequest = (request: WireRequest, { signedHeaders }: Signature): string => {
  const { method, path, query, headers, body = '' } = request
  let lines = `${method}\n${canonicalPath(path)}\n${canonicalQuery(query)}\n`
  for (const name of signedHeaders.split(';')) {
    const value = (own(headers, name) ?? '').trim()
    lines += `${name}:${value.includes('  ') ? value.replaceAll(/ +/g, ' ') : value}\n`
  }
  return `${lines}\n${signedHeaders}\n${hash('sha256', body)}`
}

/** Every service but S3 signs the path as it stands on the wire, encoded once more. */
const canonicalPath = (path: string): string => (path === '/' ? path : path.split('/').map(encode).join('/'))

const canonicalQuery = (query: Query = {}): string =>
  Object.keys(query)
    .filter(name => name !== 'X-Amz-Signature')
    .flatMap(name => [query[name] ?? ''].flat().map(value => [encode(name), encode(value)] as const))
    .toSorted(([a, x], [b, y]) => (a === b ? order(x, y) : order(a, b)))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')

const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

const encode = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

const own = (from: Record<string, string>, name: string): string | undefined =>
  Object.hasOwn(from, name) ? from[name] : undefined

const one = (query: Query, name: string): string | undefined => {
  const value = Object.hasOwn(query, name) ? query[name] : undefined
  return (Array.isArray(value) ? value[0] : value) ?? undefined
}
