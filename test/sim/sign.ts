import { createHash, createHmac } from 'node:crypto'
import type { Credentials } from '../../src/lab/account.ts'

/** A request to be signed: the target as it stands on the wire, names of headers in lower case. */
export type Unsigned = {
  method: string
  target: string
  headers: Record<string, string>
  body: Buffer
}

type Scope = { service: string; region?: string; at: Date }

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex')
const hmac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest()

const encode = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** The query as Signature V4 wants it: in order, encoded once. What cannot be decoded is taken as it stands. */
const canonicalQuery = (query: string): string =>
  query
    .split('&')
    .filter(Boolean)
    .map(field => field.split('=', 2).map(decoded).map(encode))
    .map(([name, value = '']) => `${name}=${value}`)
    .toSorted()
    .join('&')

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * The headers that sign a request, all of its headers signed: Signature V4 written from its description alone, for bytes that no SDK would send
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
 */
export const signed = (
  { method, target, headers, body }: Unsigned,
  { accessKeyId, secretAccessKey, sessionToken }: Credentials,
  { service, region = 'us-east-1', at }: Scope,
): Record<string, string> => {
  const time = `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
  const day = time.slice(0, 8)
  const all: Record<string, string> = {
    ...headers,
    'x-amz-date': time,
    ...(sessionToken && { 'x-amz-security-token': sessionToken }),
  }
  const names = Object.keys(all).toSorted()
  const [path = '', query = ''] = target.split('?', 2)
  const canonical = [
    method,
    path.split('/').map(encode).join('/'),
    canonicalQuery(query),
    ...names.map(name => `${name}:${all[name]!.trim().replaceAll(/ +/g, ' ')}`),
    '',
    names.join(';'),
    sha256(body),
  ].join('\n')
  const scope = `${day}/${region}/${service}/aws4_request`
  const key = [day, region, service, 'aws4_request'].reduce<Buffer | string>(hmac, `AWS4${secretAccessKey}`)
  const signature = hmac(key as Buffer, `AWS4-HMAC-SHA256\n${time}\n${scope}\n${sha256(canonical)}`)
  return {
    ...all,
    authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature.toString('hex')}`,
  }
}
