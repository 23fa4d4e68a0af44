import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serve, type Served } from '../../src/sim/server.ts'
import { refusalIn, requestBytes, sendRaw } from './raw.ts'
import { signed } from './sign.ts'
import { clientsOf, simulated, type Simulated } from './simulated.ts'

let account: Simulated
let served: Served
const bugs: unknown[] = []
beforeAll(async () => {
  account = simulated({ onBug: error => bugs.push(error) })
  served = await serve(account.exchange)
})
afterAll(() => served.close())

type Header = [name: string, value: string]
type Parts = {
  service?: string
  method?: string
  target?: string
  /** Headers that are signed. */
  headers?: Record<string, string>
  body?: string | Buffer
  /** What becomes of the headers after they were signed; a name may come twice. */
  after?: (headers: Header[]) => Header[]
}

/** A request that root signed. */
const request = ({
  service = 'iam',
  method = 'POST',
  target = '/',
  headers = {},
  body: content = '',
  after = same => same,
}: Parts): Buffer => {
  const body = Buffer.from(content)
  const all = { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded', ...headers }
  const scope = { service, at: new Date() }
  const lines = signed({ method, target, headers: all, body }, account.rootCredentials, scope)
  return requestBytes({ method, target, headers: after(Object.entries(lines)), body })
}

const iam = (fields: string): Parts => ({ body: `Version=2010-05-08&${fields}` })
const iamBytes = (fields: string): Parts => ({ body: Buffer.from(`Version=2010-05-08&${fields}`, 'latin1') })
const contact = (body: string | Buffer): Parts => ({
  service: 'account',
  target: '/getAlternateContact',
  headers: { 'content-type': 'application/json' },
  body,
})
const items = (count: number, list: string, field: string): string =>
  Array.from({ length: count }, (_, index) => `&${list}.member.${index + 1}${field}`).join('')

/** The header with these values in place of its own. */
const set =
  (name: string, ...values: string[]) =>
  (headers: Header[]): Header[] => [
    ...headers.filter(([other]) => other !== name),
    ...values.map((value): Header => [name, value]),
  ]
const also =
  (name: string, value: string) =>
  (headers: Header[]): Header[] => [...headers, [name, value]]

const list = '`iam-lab serve --operations` lists what is'
const badName =
  '400 ValidationError: The specified value for userName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-'
const noAda = '404 NoSuchEntity: The user with name ada cannot be found.'
const noAction = '400 MissingAction: Missing Action'
const noTagKey = '400 MissingParameter: The request must contain the parameter Tags.member.1.Key.'
const structure = '400 MalformedInput: Start of structure or map found where not expected'
const unknown = (what: string) => `404 UnknownOperationException: ${what} is not simulated; ${list}.`
const noOperation = (name: string) =>
  `400 InvalidAction: Could not find operation ${name} for version 2010-05-08. ${list} simulated.`
const incomplete = (sentence: string) => `400 IncompleteSignature: ${sentence}`
const noParts = (scheme: string) =>
  incomplete(
    `Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter. Authorization=${scheme}`,
  )
const noDate = incomplete(
  "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. Authorization=AWS4-HMAC-SHA256",
)
const badDate = (text: string) =>
  incomplete(
    `Date must be in ISO-8601 'basic format'. Got '${text}'. See http://en.wikipedia.org/wiki/ISO_8601`,
  )
const badScope = (text: string) =>
  incomplete(
    `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${text}'`,
  )
const badToken = '403 InvalidClientTokenId: The security token included in the request is invalid.'
const unsigned = '403 MissingAuthenticationToken: Request is missing Authentication Token'
const tooMany =
  "Value at 'tags' failed to satisfy constraint: Member must have length less than or equal to 50"
const badKey = (place: number) =>
  `Value at 'tags.${place}.member.key' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+`

const rows: [what: string, parts: Parts, answer: string][] = [
  ['bad percent-encoding', iam('Action=GetUser&UserName=%E0%A4%A&%%%=%'), badName],
  ['a field name of bad percent-encoding', iam('%=%&Action=GetUser&UserName=%zz'), badName],
  ['invalid UTF-8', iamBytes('Action=GetUser&UserName=\u00FF\u00FE'), badName],
  [
    'control characters, which XML cannot hold',
    iam('Action=%00%08%EF%BF%BF%1B[31m'),
    noOperation('\uFFFD\uFFFD\uFFFD\uFFFD[31m'),
  ],
  ['nothing but separators', { body: '&&&===&' }, noAction],
  ['an empty body', {}, noAction],
  ['a deep list', iam('Action=CreateUser&UserName=ada&Tags.member.1.1.1=x'), noTagKey],
  ['a very deep list', iam(`Action=CreateUser&UserName=ada&Tags.member${'.1'.repeat(9999)}=x`), noTagKey],
  [
    'a list in the place of a text',
    iam('Action=GetUser&UserName.member.1=ada'),
    '400 MalformedInput: Start of list found where not expected',
  ],
  [
    'a deep structure in the place of a text',
    iam('Action=GetUser&UserName.a.b.c.d.e.f.g.h.i=ada'),
    structure,
  ],
  [
    'a text in the place of a list',
    iam('Action=CreateUser&UserName=ada&Tags=team'),
    '400 MalformedInput: Unexpected list element termination',
  ],
  ['a list without numbers', iam('Action=CreateUser&UserName=ada&Tags.member.x.Key=team'), structure],
  [
    'a huge number in a list',
    iam(`Action=CreateUser&UserName=ada&Tags.member.${'9'.repeat(99)}.Key=t`),
    structure,
  ],
  ['a negative number in a list', iam('Action=CreateUser&UserName=ada&Tags.member.-1.Key=team'), structure],
  [
    'a list as long as a body may be',
    iam(`Action=CreateUser&UserName=ada${items(40_000, 'Tags', '.Value=')}`),
    noTagKey,
  ],
  [
    'a long list of nothing that fits',
    iam(`Action=GetAccountAuthorizationDetails${items(40_000, 'Filter', '=All')}`),
    "400 ValidationError: 1 validation error detected: Value at 'filter' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [User, Role, Group, LocalManagedPolicy, AWSManagedPolicy], Member must not be null]",
  ],
  [
    'a long list of structures of which none fits',
    iam(`Action=TagUser&UserName=ada${items(9000, 'Tags', '.Key=%23')}${items(9000, 'Tags', '.Value=')}`),
    `400 ValidationError: 100 validation errors detected: ${[tooMany, ...Array.from({ length: 99 }, (_, index) => badKey(index + 1))].join('; ')}`,
  ],
  ['the same field twice', iam('Action=GetUser&UserName=ada&UserName=bob'), noAda],
  ['two actions', iam('Action=GetUser&Action=ListUsers&UserName=ada'), noAda],
  ['a list of actions', iam('Action.member.1=GetUser'), noAction],
  [
    'names that JavaScript has',
    iam('Action=constructor&__proto__.a=1&toString=2'),
    noOperation('constructor'),
  ],
  ['a number that is none', iam('Action=ListUsers&MaxItems=ten'), '400 MalformedInput: '],
  ['a number beyond all numbers', iam(`Action=ListUsers&MaxItems=${'9'.repeat(20)}`), '400 MalformedInput: '],
  [
    'a boolean that is none',
    iam('Action=UpdateAccountPasswordPolicy&RequireNumbers=TRUE'),
    '400 MalformedInput: boolean must follow xsd1.1 definition',
  ],
  [
    'a body of 10 MB',
    { body: Buffer.alloc(10 << 20, 'a') },
    '413 RequestEntityTooLarge: The request is larger than 1048576 bytes.',
  ],
  [
    'JSON for IAM',
    { headers: { 'content-type': 'application/json' }, body: '{"Action":"GetUser"}' },
    noAction,
  ],
  [
    'a form said to be a picture',
    { ...iam('Action=GetUser&UserName=ada'), headers: { 'content-type': 'image/png' } },
    noAda,
  ],

  ['a form for Account', contact('AlternateContactType=SECURITY'), '400 SerializationException: '],
  ['half a JSON text', contact('{"AlternateContactType":'), '400 SerializationException: '],
  ['a JSON list', contact('[]'), '400 SerializationException: Start of list found where not expected'],
  [
    'a number for a text',
    contact('{"AlternateContactType":1}'),
    '400 SerializationException: NUMBER_VALUE cannot be converted to String',
  ],
  ['deep JSON', contact(`{"AlternateContactType":${'['.repeat(100_000)}`), '400 SerializationException: '],
  [
    'deep JSON that ends',
    contact(`{"AlternateContactType":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
    '400 SerializationException: Start of list found where not expected',
  ],
  [
    'invalid UTF-8 in JSON',
    contact(Buffer.from('{"AlternateContactType":"\u00FF"}', 'latin1')),
    '403 AccessDeniedException: You are not authorized to perform this action.',
  ],
  ['a GET of Account', { ...contact(''), method: 'GET' }, unknown('account GET /getAlternateContact')],
  ['Account without a path', { ...contact('{}'), target: '/' }, unknown('account POST /')],

  ['another path', { ...iam('Action=GetUser'), target: '/x' }, unknown('POST /x')],
  ['an encoded path', { ...iam('Action=GetUser'), target: '/%2e%2e/%zz' }, unknown('POST /%2e%2e/%zz')],
  [
    'a target with a host',
    { ...iam('Action=GetUser'), target: 'http://localhost/' },
    unknown('POST http://localhost/'),
  ],
  ...['PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE', 'PROPFIND'].map((method): [string, Parts, string] => [
    method,
    { ...iam('Action=GetUser'), method },
    unknown(`${method} /`),
  ]),
  ['HEAD, which has no body', { ...iam('Action=GetUser'), method: 'HEAD' }, '404'],
  ['CONNECT', { method: 'CONNECT', target: 'localhost:1' }, '405'],
  ['no such method', { method: 'GETT' }, '400'],
  [
    'a GET with its signature in headers',
    { method: 'GET', target: '/?Action=GetUser&Version=2010-05-08&UserName=ada' },
    noAda,
  ],
  ['a GET of nothing', { method: 'GET' }, noAction],

  ['no Authorization', { after: set('authorization') }, unsigned],
  ['an empty Authorization', { after: set('authorization', '') }, noParts('')],
  ['another scheme', { after: set('authorization', 'Basic cm9vdDpyb290') }, noParts('Basic')],
  ['the scheme alone', { after: set('authorization', 'AWS4-HMAC-SHA256') }, noParts('AWS4-HMAC-SHA256')],
  [
    'bytes in Authorization',
    {
      after: set(
        'authorization',
        'AWS4-HMAC-SHA256 Credential=\u00FF/a/b/c/d, SignedHeaders=;;, Signature=\u00E9',
      ),
    },
    badScope('\u00FF/a/b/c/d'),
  ],
  [
    'a scope of six parts',
    {
      after: set(
        'authorization',
        'AWS4-HMAC-SHA256 Credential=a/b/c/d/aws4_request/f, SignedHeaders=host, Signature=00',
      ),
    },
    badScope('a/b/c/d/aws4_request/f'),
  ],
  ['two Authorizations, of which the first counts', { after: also('authorization', 'Basic') }, noAction],
  ['no X-Amz-Date', { after: set('x-amz-date') }, noDate],
  [
    'two X-Amz-Dates',
    { after: set('x-amz-date', '20260101T000000Z', '20260101T000000Z') },
    badDate('20260101T000000Z, 20260101T000000Z'),
  ],
  [
    'an X-Amz-Date that is none',
    { after: set('x-amz-date', '20261399T999999Z') },
    badDate('20261399T999999Z'),
  ],
  ['a Date that is none', { after: headers => also('date', 'tomorrow')(set('x-amz-date')(headers)) }, noDate],
  ['no token', { after: set('x-amz-security-token') }, badToken],
  ['two tokens', { after: also('x-amz-security-token', 'x') }, badToken],
  ['another Host', { headers: { host: 'iam.amazonaws.com' } }, '403'],
  ['a header of 20,000 bytes', { after: also('x-long', 'a'.repeat(20_000)) }, '431'],
  ['an expectation nobody can meet', { headers: { expect: 'wonders' } }, '417'],
  ['an upgrade', { ...iam('Action=GetUser&UserName=ada'), after: also('upgrade', 'websocket') }, noAda],

  [
    'a query with a signature alone',
    { method: 'GET', target: '/?X-Amz-Signature=00', after: set('authorization') },
    incomplete(
      "AWS query-string parameters must include 'X-Amz-Algorithm'. AWS query-string parameters must include 'X-Amz-Credential'. AWS query-string parameters must include 'X-Amz-SignedHeaders'. AWS query-string parameters must include 'X-Amz-Date'. Re-examine the query-string parameters.",
    ),
  ],
  [
    'a presigned query of nonsense',
    {
      method: 'GET',
      target:
        '/?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=%00/a/b/iam/aws4_request&X-Amz-Date=x&X-Amz-Expires=-1&X-Amz-SignedHeaders=host&X-Amz-Signature=zz',
      after: set('authorization'),
    },
    badToken,
  ],
  [
    'a query of bad percent-encoding',
    { method: 'GET', target: '/?%=%zz&Action=%C3%28', after: set('authorization') },
    unsigned,
  ],
]

test.each(rows)('%s is refused', async (_, parts, answer) => {
  const got = await sendRaw(served.port, request(parts))
  expect([refusalIn(got.answer), bugs]).toEqual([answer, []])
})

test.each([
  ['half a body', 'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\nhalf', '400'],
  ['half a header', 'POST / HTTP/1.1\r\nhost: loc', '400'],
  [
    'half a chunk',
    'POST / HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n9\r\nhalf',
    '400',
  ],
  [
    'a chunk of no length',
    'POST / HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
    '400',
  ],
  [
    'a length beside chunks',
    'POST / HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\ncontent-length: 3\r\n\r\n0\r\n\r\n',
    '400',
  ],
  ['a negative length', 'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: -1\r\n\r\n', '400'],
  [
    'two lengths',
    'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab',
    '400',
  ],
  ['no Host', 'POST / HTTP/1.1\r\ncontent-length: 0\r\n\r\n', '400'],
  ['another version', 'POST / HTTP/9.9\r\nhost: localhost\r\n\r\n', '400'],
  ['TLS', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00FC\u0003\u0003', '400'],
  ['a word', 'GET', '400'],
  ['nothing', '', 'no answer'],
])('%s, and then the end, is refused', async (_, text, status) => {
  const got = await sendRaw(served.port, Buffer.from(text, 'latin1'), { half: true })
  expect(refusalIn(got.answer)).toBe(status)
})

test('after all of them the account answers as before', async () => {
  const { sts } = clientsOf(served.endpoint, account.rootCredentials)
  expect((await sts.send(new GetCallerIdentityCommand({}))).Arn).toBe('arn:aws:iam::111122223333:root')
  expect([account.store.data.users.size, bugs]).toEqual([0, []])
})
