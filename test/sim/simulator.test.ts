import {
  CreateGroupCommand,
  CreateUserCommand,
  DeleteUserCommand,
  GetUserCommand,
  IAMClient,
  ListUsersCommand,
} from '@aws-sdk/client-iam'
import { GetCallerIdentityCommand, GetSessionTokenCommand } from '@aws-sdk/client-sts'
import { GetAlternateContactCommand, GetContactInformationCommand } from '@aws-sdk/client-account'
import { expect, test } from 'vitest'
import type { ApiCall } from '../../src/lab/account.ts'
import { AwsError } from '../../src/sim/errors.ts'
import { operation } from '../../src/sim/operation.ts'
import type { WireRequest } from '../../src/sim/signature.ts'
import { createSimulator, longestBody, requestHandler, type WireResponse } from '../../src/sim/simulator.ts'
import { StoreError } from '../../src/sim/store-error.ts'
import { addAccessKey, addSession, addUser, clientsOf, simulated } from './simulated.ts'

const uuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/

/** Operations of the pipeline's own: what they see, what they throw. */
const operations = {
  iam: [
    operation(GetUserCommand, ({ UserName }, { caller, now }) => ({
      User: {
        Path: '/',
        UserName: UserName ?? 'nobody',
        UserId: caller.userId,
        Arn: caller.arn,
        CreateDate: now,
      },
    })),
    operation(CreateUserCommand, ({ UserName }, { state }) => {
      state.setAccount({ alias: UserName })
      throw new AwsError('EntityAlreadyExists', `User with name ${UserName} already exists.`)
    }),
    operation(CreateGroupCommand, (_, { state }) => {
      state.setAccount({ alias: 'half-done' })
      throw new TypeError('a bug')
    }),
    operation(DeleteUserCommand, () => {}),
  ],
  sts: [
    operation(GetCallerIdentityCommand, (_, { caller }) => ({
      Account: caller.accountId,
      Arn: caller.arn,
      UserId: caller.userId,
    })),
    operation(GetSessionTokenCommand, () => ({})),
  ],
  cloudtrail: [],
  account: [
    operation(GetContactInformationCommand, () => ({ ContactInformation: undefined })),
    operation(GetAlternateContactCommand, () => {
      throw new AwsError(
        'ResourceNotFoundException',
        'No contact of the inputted alternate contact type found.',
      )
    }),
  ],
}
const start = (options: Parameters<typeof simulated>[0] = {}) =>
  simulated({ operations: service => operations[service], ...options })

const send = async (client: { send: (call: any) => Promise<any> }, call: ApiCall<any>): Promise<string> => {
  const { name, message, Code, $metadata } = await client.send(call).then(
    (output: object) => ({
      name: 'ok',
      message: '',
      Code: undefined,
      $metadata: { httpStatusCode: 200 },
      ...output,
    }),
    (error: any) => error,
  )
  return name === 'ok' ? 'ok' : `${$metadata?.httpStatusCode} ${Code ?? name}: ${message}`
}
const invalidToken = 'InvalidClientTokenId: The security token included in the request is invalid.'

test('root is known by its session', async () => {
  const { root } = start()
  const { $metadata, ...identity } = await root.sts.send(new GetCallerIdentityCommand({}))
  expect(identity).toEqual({
    Account: '111122223333',
    Arn: 'arn:aws:iam::111122223333:root',
    UserId: '111122223333',
  })
  expect($metadata.requestId).toMatch(uuid)
})

test("a user is known by a long-term key, also under a new name; its permissions are its policies'", async () => {
  const { store, as } = start()
  const owner = addUser(store, {
    name: 'Ada',
    path: '/team/',
    attached: ['arn:aws:iam::aws:policy/AdministratorAccess'],
  })
  const { iam } = as(addAccessKey(store, { owner }))
  const arn = async () => (await iam.send(new GetUserCommand({}))).User!.Arn
  expect(await arn()).toBe('arn:aws:iam::111122223333:user/team/Ada')
  store.transact(state => {
    state.users.put('bob', { ...state.users.get('ada')!, name: 'bob', path: '/' })
    state.users.delete('ada')
  })
  expect(await arn()).toBe('arn:aws:iam::111122223333:user/bob')
  store.transact(state => state.users.put('bob', { ...state.users.get('bob')!, attached: [] }))
  expect(await send(iam, new GetUserCommand({ UserName: 'x' }))).toMatch(
    /^403 AccessDenied: User: arn:aws:iam::111122223333:user\/bob is not authorized to perform: iam:GetUser on resource: /,
  )
  store.transact(state => state.users.delete('bob'))
  expect(await send(iam, new GetUserCommand({}))).toBe(`403 ${invalidToken}`)
})

test('credentials that are not right are refused, each in its own words', async () => {
  const { store, as, rootCredentials } = start()
  const owner = { type: 'root' } as const
  const key = addAccessKey(store, { owner })
  const inactive = addAccessKey(store, { owner, id: 'AKIAI44QH8DHBEXAMPLE', status: 'Inactive' })
  const expired = addSession(store, {
    owner,
    id: 'ASIAI44QH8DHBEXAMPLE',
    expiresAt: new Date().toISOString(),
  })
  const wrongSecret = 'je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY'
  const mismatch =
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.'
  const outcomes: [object, string, string][] = []
  for (const credentials of [
    { ...key, accessKeyId: 'AKIAUNKNOWNEXAMPLE' },
    { ...key, accessKeyId: '__proto__' },
    inactive,
    { ...key, sessionToken: 'token' },
    { ...rootCredentials, sessionToken: 'other' },
    { accessKeyId: rootCredentials.accessKeyId, secretAccessKey: rootCredentials.secretAccessKey },
    expired,
    { ...key, secretAccessKey: wrongSecret },
  ]) {
    const { sts, account } = as(credentials)
    outcomes.push([
      credentials,
      await send(sts, new GetCallerIdentityCommand({})),
      await send(account, new GetContactInformationCommand({})),
    ])
  }
  const unknown = [
    `403 ${invalidToken}`,
    `403 ${invalidToken.replace('InvalidClientTokenId', 'UnrecognizedClientException')}`,
  ]
  expect(outcomes.map(([, ...outcome]) => outcome)).toEqual([
    ...Array.from({ length: 6 }, () => unknown),
    [
      '403 ExpiredToken: The security token included in the request is expired',
      '403 ExpiredTokenException: The security token included in the request is expired',
    ],
    [`403 SignatureDoesNotMatch: ${mismatch}`, `403 InvalidSignatureException: ${mismatch}`],
  ])
})

test("a session ends by the account's clock, a signature by the machine's", async () => {
  const { store, root } = start()
  store.transact(state => state.setAccount({ clockAheadSeconds: 11 * 3600 }))
  const { User } = await root.iam.send(new GetUserCommand({}))
  expect(Math.abs(User!.CreateDate!.getTime() - Date.now() - 11 * 3600_000)).toBeLessThan(60_000)
  store.transact(state => state.setAccount({ clockAheadSeconds: 13 * 3600 }))
  expect(await send(root.iam, new GetUserCommand({}))).toBe(
    '403 ExpiredToken: The security token included in the request is expired',
  )
})

test('a machine clock that is off is said', async () => {
  const { root } = start({ clock: () => new Date(Date.now() + 16 * 60_000) })
  expect(await send(root.iam, new GetUserCommand({}))).toMatch(
    /^403 SignatureDoesNotMatch: Signature expired: /,
  )
})

test('credentials of GetSessionToken may call IAM with MFA only, and in STS next to nothing', async () => {
  const { store, as, root } = start()
  const session = (id: string, mfa: boolean) =>
    as(addSession(store, { owner: { type: 'root' }, id, kind: 'session-token', mfa }))
  const [without, withMFA] = [session('ASIAI44QH8DHBEXAMPLE', false), session('ASIAIWITHMFAEXAMPLE2', true)]
  const outcomes = []
  for (const { iam, sts } of [without, withMFA, root])
    outcomes.push([
      await send(iam, new GetUserCommand({})),
      await send(sts, new GetCallerIdentityCommand({})),
      await send(sts, new GetSessionTokenCommand({})),
    ])
  const refused = '403 AccessDenied: Cannot call GetSessionToken with session credentials'
  expect(outcomes).toEqual([
    [`403 ${invalidToken}`, 'ok', refused],
    ['ok', 'ok', refused],
    ['ok', 'ok', refused],
  ])
})

test('the last use of a key is kept to the minute, and written only when it changes', async () => {
  const began = new Date(Math.floor(Date.now() / 60_000) * 60_000)
  let ahead = 0
  const { store, exchange } = start({ clock: () => new Date(began.getTime() + ahead) })
  const credentials = addAccessKey(store, { owner: { type: 'root' } })
  const { iam, sts } = clientsOf(exchange, credentials)
  const lastUsed = () => store.state.accessKeys.get(credentials.accessKeyId)!.lastUsed
  const minute = (date: Date) => `${date.toISOString().slice(0, 16)}:00Z`
  await iam.send(new GetUserCommand({}))
  const first = lastUsed()
  expect(first).toEqual({ at: minute(began), region: 'us-east-1', service: 'iam' })
  ahead = 59_000
  await iam.send(new GetUserCommand({}))
  expect(lastUsed()).toBe(first)
  ahead = 60_000
  await sts.send(new GetCallerIdentityCommand({}))
  expect(lastUsed()).toEqual({
    at: minute(new Date(began.getTime() + 60_000)),
    region: 'us-east-1',
    service: 'sts',
  })
})

test('an operation that throws has changed nothing; a bug is a 500 and is reported', async () => {
  const bugs: unknown[] = []
  const { store, root } = start({ onBug: error => bugs.push(error) })
  expect(await send(root.iam, new CreateUserCommand({ UserName: 'ada' }))).toBe(
    '409 EntityAlreadyExists: User with name ada already exists.',
  )
  expect(bugs).toEqual([])
  expect(await send(root.iam, new CreateGroupCommand({ GroupName: 'admins' }))).toBe(
    '500 InternalFailure: The request processing has failed because of an unknown error, exception or failure.',
  )
  expect(bugs).toEqual([new TypeError('a bug')])
  expect(store.state.account.alias).toBeUndefined()
  expect(await send(root.iam, new DeleteUserCommand({ UserName: 'ada' }))).toBe('ok')
})

test('an account that cannot be stored is said to the caller in process as it is, and once', async () => {
  const { store, rootCredentials } = start()
  const error = new StoreError('db.journal could not be written, and nothing was changed: the disk is full.')
  const refuse = (): never => {
    throw error
  }
  const bugs: unknown[] = []
  const exchange = createSimulator({ ...store, transact: refuse }, { onBug: bug => bugs.push(bug) })
  let requests = 0
  const handler = requestHandler(request => {
    requests += 1
    return exchange(request)
  })
  const iam = new IAMClient({ region: 'us-east-1', credentials: rootCredentials, requestHandler: handler })
  await expect(iam.send(new CreateUserCommand({ UserName: 'ada' }))).rejects.toBe(error)
  expect({ requests, bugs }).toEqual({ requests: 1, bugs: [] })
})

test('a wrong code that cannot be stored is said as such', async () => {
  const { store, rootCredentials } = start()
  const error = new StoreError('The practice account was closed. Open it again.')
  const wrongCode = operation(DeleteUserCommand, () => {
    throw new AwsError('InvalidAuthenticationCode', 'Authentication code for device is not valid.', () => {
      throw error
    })
  })
  const exchange = createSimulator(store, { operations: service => (service === 'iam' ? [wrongCode] : []) })
  const { iam } = clientsOf(exchange, rootCredentials)
  await expect(iam.send(new DeleteUserCommand({ UserName: 'ada' }))).rejects.toBe(error)
})

test('input is checked before the operation sees it', async () => {
  const { root } = start()
  expect(await send(root.iam, new DeleteUserCommand({ UserName: undefined }))).toBe(
    "400 ValidationError: 1 validation error detected: Value at 'userName' failed to satisfy constraint: Member must not be null",
  )
  expect(await send(root.account, new GetAlternateContactCommand({ AlternateContactType: undefined }))).toBe(
    "400 ValidationException: 1 validation error detected: Value at 'alternateContactType' failed to satisfy constraint: Member must not be null",
  )
})

test('Account has its errors in a header and JSON', async () => {
  const { root } = start()
  expect(await send(root.account, new GetAlternateContactCommand({ AlternateContactType: 'SECURITY' }))).toBe(
    '404 ResourceNotFoundException: No contact of the inputted alternate contact type found.',
  )
  expect(await send(root.account, new GetContactInformationCommand({}))).toBe('ok')
})

test('an operation that is not simulated is named, with the way to the list', async () => {
  const { root } = start()
  expect(await send(root.iam, new ListUsersCommand({}))).toBe(
    '400 InvalidAction: Could not find operation ListUsers for version 2010-05-08. `iam-lab serve --operations` lists what is simulated.',
  )
})

/** The status, type and text of an answer to a request that nobody signed. */
const answered = ({ statusCode, headers, body }: WireResponse): [number, string | undefined, string] => [
  statusCode,
  headers['content-type'],
  Buffer.from(body).toString().replaceAll(headers['x-amzn-requestid']!, 'ID'),
]
const unsigned = (request: Partial<WireRequest>): WireRequest => ({
  method: 'POST',
  path: '/',
  query: {},
  headers: { host: 'localhost' },
  body: 'Action=ListUsers&Version=2010-05-08',
  ...request,
})
const xmlError = (service: string, code: string, message: string): string =>
  `<ErrorResponse xmlns="https://${service}.amazonaws.com/doc/${service === 'iam' ? '2010-05-08' : '2011-06-15'}/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>ID</RequestId></ErrorResponse>`
const noToken = 'Request is missing Authentication Token'

test.each<[Partial<WireRequest>, [number, string, string]]>([
  [{}, [403, 'text/xml', xmlError('iam', 'MissingAuthenticationToken', noToken)]],
  [
    { body: 'Action=GetCallerIdentity&Version=2011-06-15' },
    [403, 'text/xml', xmlError('sts', 'MissingAuthenticationToken', noToken)],
  ],
  [
    { method: 'GET', query: { Version: '2011-06-15' }, body: undefined },
    [403, 'text/xml', xmlError('sts', 'MissingAuthenticationToken', noToken)],
  ],
  [
    { path: '/getContactInformation', headers: { 'content-type': 'application/json' }, body: '{}' },
    [403, 'application/json', `{"__type":"MissingAuthenticationTokenException","message":"${noToken}"}`],
  ],
  [
    { body: new Uint8Array(longestBody + 1) },
    [413, 'text/xml', xmlError('iam', 'RequestEntityTooLarge', 'The request is larger than 1048576 bytes.')],
  ],
  [
    { headers: { authorization: 'AWS4-HMAC-SHA256 Credential=x' } },
    [
      400,
      'text/xml',
      xmlError(
        'iam',
        'IncompleteSignature',
        'Authorization header requires &apos;Signature&apos; parameter. Authorization header requires &apos;SignedHeaders&apos; parameter. Authorization header requires existence of either a &apos;X-Amz-Date&apos; or a &apos;Date&apos; header. Authorization=AWS4-HMAC-SHA256',
      ).replaceAll('&apos;', "'"),
    ],
  ],
])(
  '%# a request that nobody signed is refused in the words of the service it was for',
  async (request, outcome) => {
    const response = await start().exchange(unsigned(request))
    expect(answered(response)).toEqual(outcome)
    expect(response.headers['x-amzn-requestid']).toMatch(uuid)
  },
)

/** Sends what the SDK signs for another body, path or service. */
const signedRaw = async (
  { rootCredentials, exchange }: ReturnType<typeof start>,
  {
    service,
    body,
    path = '/',
    method = 'POST',
    query = {},
    type = 'application/x-www-form-urlencoded',
  }: {
    service: string
    body: string
    path?: string
    method?: string
    query?: Record<string, string>
    type?: string
  },
): Promise<[number, string | undefined, string]> => {
  const { iam } = clientsOf(exchange, rootCredentials)
  const signer: any = await iam.config.signer({ schemeId: 'aws.auth#sigv4', name: 'sigv4' } as never)
  const headers = { host: 'localhost', 'content-type': type }
  const request = { method, protocol: 'http:', hostname: 'localhost', path, query, headers, body }
  const scope = { signingService: service, signingRegion: 'eu-west-1' }
  return answered(await exchange(await signer.sign(request, scope)))
}
const list = '`iam-lab serve --operations` lists what is.'

test.each([
  [{ service: 'iam', body: '' }, 400, 'MissingAction', 'Missing Action'],
  [{ service: 'iam', body: '\u0000\uFFFF=&&&%%%' }, 400, 'MissingAction', 'Missing Action'],
  [
    { service: 'iam', body: 'Action=GetUser' },
    400,
    'InvalidAction',
    'Could not find operation GetUser for version NO_VERSION_SPECIFIED. `iam-lab serve --operations` lists what is simulated.',
  ],
  [
    { service: 'iam', body: 'Action=__proto__&Version=2010-05-08' },
    400,
    'InvalidAction',
    'Could not find operation __proto__ for version 2010-05-08. `iam-lab serve --operations` lists what is simulated.',
  ],
  [
    { service: 'iam', body: 'Action=GetUser&Version=2010-05-08', path: '/x' },
    404,
    'UnknownOperationException',
    `POST /x is not simulated; ${list}`,
  ],
  [
    { service: 'iam', body: 'Action=GetUser&Version=2010-05-08', method: 'PUT' },
    404,
    'UnknownOperationException',
    `PUT / is not simulated; ${list}`,
  ],
  [
    { service: 's3', body: '', method: 'PUT', path: '/bucket' },
    404,
    'UnknownOperationException',
    `s3 PUT /bucket is not simulated; ${list}`,
  ],
])('%# a signed request that means nothing is refused', async (request, status, code, message) => {
  expect(await signedRaw(start(), request)).toEqual([status, 'text/xml', xmlError('iam', code, message)])
})

test('a service of another protocol is refused in JSON', async () => {
  expect(
    await signedRaw(start(), { service: 'dynamodb', body: '{}', type: 'application/x-amz-json-1.1' }),
  ).toEqual([
    404,
    'application/json',
    `{"__type":"UnknownOperationException","message":"dynamodb POST / is not simulated; ${list}"}`,
  ])
})

test('a GET with the signature in its headers is answered, in any region', async () => {
  const query = { Action: 'GetCallerIdentity', Version: '2011-06-15' }
  expect(await signedRaw(start(), { service: 'sts', body: '', method: 'GET', query })).toEqual([
    200,
    'text/xml',
    '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><UserId>111122223333</UserId><Account>111122223333</Account><Arn>arn:aws:iam::111122223333:root</Arn></GetCallerIdentityResult><ResponseMetadata><RequestId>ID</RequestId></ResponseMetadata></GetCallerIdentityResponse>',
  ])
})
