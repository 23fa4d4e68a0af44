import { IAMClient } from '@aws-sdk/client-iam'
import { expect, test } from 'vitest'
import { AwsError } from '../../src/sim/errors.ts'
import { createVerify, readSignature, type WireRequest } from '../../src/sim/signature.ts'

const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'
const authorization =
  'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7'

/** The signed request of AWS's own documentation (AWS General Reference, "Signature Version 4 signing process"). */
const documented: WireRequest = {
  method: 'GET',
  path: '/',
  query: { Version: '2010-05-08', Action: 'ListUsers' },
  headers: {
    authorization,
    'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
    host: 'iam.amazonaws.com',
    'x-amz-date': '20150830T123600Z',
  },
  body: undefined,
}
const then = new Date('2015-08-30T12:36:00Z')

const check = (request: WireRequest, now: Date = then, key = secret): string => {
  try {
    const signature = readSignature(request)
    if (signature === undefined) return 'unsigned'
    createVerify()(request, signature, key, now)
    return `signed by ${signature.accessKeyId}`
  } catch (error) {
    if (error instanceof AwsError) return `${error.status} ${error.code}: ${error.message}`
    throw error
  }
}
const withHeaders = (headers: Record<string, string>): WireRequest => ({
  ...documented,
  headers: { ...documented.headers, ...headers },
})
const mismatch =
  '403 SignatureDoesNotMatch: The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.'

test('the documented request is signed as AWS documents', () => {
  expect(check(documented)).toBe('signed by AKIDEXAMPLE')
})

test.each<[string, WireRequest]>([
  ['another query', { ...documented, query: { Version: '2010-05-08', Action: 'DeleteUser' } }],
  ['another method', { ...documented, method: 'POST' }],
  ['another path', { ...documented, path: '/other' }],
  ['another host', withHeaders({ host: 'sts.amazonaws.com' })],
  ['a body', { ...documented, body: 'Action=DeleteUser' }],
  ['a signature cut short', withHeaders({ authorization: authorization.slice(0, -1) })],
  ['a signature of no digits', withHeaders({ authorization: authorization.replace(/\w+$/, 'zz') })],
  [
    'an unknown signed header',
    withHeaders({ authorization: authorization.replace('x-amz-date', 'toString') }),
  ],
])('%s does not match', (_, request) => {
  expect(check(request)).toBe(mismatch)
})

test('another secret does not match', () => {
  expect(check(documented, then, 'je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY')).toBe(mismatch)
})

test.each([
  ['2015-08-30T12:51:00Z', 'signed by AKIDEXAMPLE'],
  ['2015-08-30T12:21:00Z', 'signed by AKIDEXAMPLE'],
  [
    '2015-08-30T12:51:01Z',
    '403 SignatureDoesNotMatch: Signature expired: 20150830T123600Z is now earlier than 20150830T123601Z (20150830T125101Z - 15 min.)',
  ],
  [
    '2015-08-30T12:20:59Z',
    '403 SignatureDoesNotMatch: Signature not yet current: 20150830T123600Z is still later than 20150830T123559Z (20150830T122059Z + 15 min.)',
  ],
])('a clock may be 15 minutes off: at %s', (now, outcome) => {
  expect(check(documented, new Date(now))).toBe(outcome)
})

const incomplete = '400 IncompleteSignature: '
test.each([
  [{ authorization: undefined }, 'unsigned'],
  [
    { authorization: 'Bearer x' },
    `${incomplete}Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter. Authorization=Bearer`,
  ],
  [
    {
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, SignedHeaders=host',
      'x-amz-date': undefined,
    },
    `${incomplete}Authorization header requires 'Signature' parameter. Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. Authorization=AWS4-HMAC-SHA256`,
  ],
  [
    { authorization: authorization.replace('/iam', '') },
    `${incomplete}Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'AKIDEXAMPLE/20150830/us-east-1/aws4_request'`,
  ],
  [
    { 'x-amz-date': 'yesterday' },
    `${incomplete}Date must be in ISO-8601 'basic format'. Got 'yesterday'. See http://en.wikipedia.org/wiki/ISO_8601`,
  ],
  [
    { 'x-amz-date': '20150831T003600Z' },
    "403 SignatureDoesNotMatch: Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20150830' != '20150831', from '20150831T003600Z'.",
  ],
])('%# a signature with a part missing or wrong says which', (headers, outcome) => {
  const all = Object.entries({ ...documented.headers, ...headers }).filter(([, value]) => value !== undefined)
  expect(check({ ...documented, headers: Object.fromEntries(all) as Record<string, string> })).toBe(outcome)
})

/** A URL presigned by the SDK's own signer. */
const presigned = async (): Promise<WireRequest> => {
  const client = new IAMClient({
    region: 'eu-north-1',
    credentials: { accessKeyId: 'ASIAIOSFODNN7EXAMPLE', secretAccessKey: secret, sessionToken: 'token+/=' },
  })
  const signer: any = await client.config.signer({
    schemeId: 'aws.auth#sigv4',
    signingProperties: {},
    name: 'sigv4',
    properties: { signingName: 'iam', signingRegion: 'eu-north-1' },
  } as never)
  const request = {
    method: 'GET',
    protocol: 'https:',
    hostname: 'iam.amazonaws.com',
    path: '/',
    query: { Action: 'GetUser', Version: '2010-05-08', UserName: "a b'(é)*~", a: ['2', '1'], 'a-b': '' },
    headers: { host: 'iam.amazonaws.com' },
  }
  return signer.presign(request, { signingDate: then, expiresIn: 60 })
}

test('a presigned URL is checked in the same way, for as long as it lives', async () => {
  const request = await presigned()
  expect(check(request)).toBe('signed by ASIAIOSFODNN7EXAMPLE')
  expect(readSignature(request)).toMatchObject({
    region: 'eu-north-1',
    service: 'iam',
    sessionToken: 'token+/=',
  })
  expect(check(request, new Date('2015-08-30T12:37:00Z'))).toBe('signed by ASIAIOSFODNN7EXAMPLE')
  expect(check(request, new Date('2015-08-30T12:37:01Z'))).toBe('400 RequestExpired: Request has expired')
  expect(check({ ...request, query: { ...request.query, UserName: 'bob' } })).toBe(mismatch)
  const { 'X-Amz-Date': _, ...query } = request.query!
  expect(check({ ...request, query })).toBe(
    `${incomplete}AWS query-string parameters must include 'X-Amz-Date'. Re-examine the query-string parameters.`,
  )
})
