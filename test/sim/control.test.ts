import { GetAccountSummaryCommand, ListUsersCommand, ListVirtualMFADevicesCommand } from '@aws-sdk/client-iam'
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { expect, onTestFinished, test } from 'vitest'
import { createControl } from '../../src/sim/control.ts'
import { freshAccount } from '../../src/sim/fresh-account.ts'
import { serve } from '../../src/sim/server.ts'
import { longestBody } from '../../src/sim/simulator.ts'
import { emptyData } from '../../src/sim/snapshot.ts'
import { StoreError } from '../../src/sim/store-error.ts'
import { codeAt, verifyCode } from '../../src/sim/totp.ts'
import { addAccessKey, addUser, clientsOf, simulated } from './simulated.ts'

type Session = { AccessKeyId: string; SecretAccessKey: string; SessionToken: string; Expiration: string }

const controlled = async ({ reset }: { reset?: () => Promise<void> } = {}) => {
  const bugs: unknown[] = []
  const account = simulated()
  const { store, exchange } = account
  const machineNow = () => new Date()
  const empty = async () => {
    const { id, name } = store.state.account
    store.replace(emptyData(freshAccount({ now: machineNow(), id, name })))
  }
  const control = createControl({
    store,
    machineNow,
    now: () => new Date(Date.now() + store.state.account.clockAheadSeconds * 1000),
    reset: reset ?? empty,
    onBug: error => bugs.push(error),
  })
  const { endpoint, close } = await serve(exchange, { control })
  onTestFinished(close)
  const ask = async (
    path: string,
    body?: string | object,
    { method = 'POST', headers = { 'x-iam-lab-control': '1' } }: { method?: string; headers?: object } = {},
  ): Promise<{ status: number; answer: any }> => {
    const sent = typeof body === 'object' ? JSON.stringify(body) : body
    const response = await fetch(`${endpoint}${path}`, {
      method,
      headers: { ...headers },
      ...(sent !== undefined && { body: sent }),
    })
    expect(response.headers.get('content-type')).toBe('application/json')
    return { status: response.status, answer: await response.json() }
  }
  const as = ({ AccessKeyId, SecretAccessKey, SessionToken }: Session) =>
    clientsOf(endpoint, {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
    })
  return { ...account, ask, as, bugs }
}

test('a root session is root, until it ends', async () => {
  const { ask, as } = await controlled()
  const { status, answer } = await ask('/_control/root-session')
  expect({ status, answer }).toEqual({
    status: 200,
    answer: {
      AccessKeyId: expect.stringMatching(/^ASIA[A-Z2-7]{16}$/),
      SecretAccessKey: expect.stringMatching(/^[A-Za-z0-9+/]{40}$/),
      SessionToken: expect.stringMatching(/^[A-Za-z0-9+/]{256}$/),
      Expiration: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    },
  })
  const hours = (Date.parse(answer.Expiration) - Date.now()) / 3_600_000
  expect(Math.round(hours)).toBe(12)
  const { Arn } = await as(answer).sts.send(new GetCallerIdentityCommand({}))
  expect(Arn).toBe('arn:aws:iam::111122223333:root')
})

test('a second root session leaves the first one alone', async () => {
  const { ask, as } = await controlled()
  const first = await ask('/_control/root-session')
  await ask('/_control/root-session')
  await ask('/_control/console/root-mfa')
  expect((await as(first.answer).sts.send(new GetCallerIdentityCommand({}))).Arn).toMatch(/:root$/)
})

test('a reset empties the account, keeps its id, and answers a root session that is good', async () => {
  const { ask, as, store } = await controlled()
  const owner = addUser(store, { name: 'ada' })
  addAccessKey(store, { owner })
  await ask('/_control/clock', { advanceSeconds: 86_400 })
  const { status, answer } = await ask('/_control/reset')
  const { iam, sts } = as(answer)
  expect(status).toBe(200)
  expect((await sts.send(new GetCallerIdentityCommand({}))).Account).toBe('111122223333')
  expect((await iam.send(new ListUsersCommand({}))).Users).toEqual([])
  expect([store.state.accessKeys.size, store.state.sessions.size]).toEqual([0, 1])
  expect(store.state.account.clockAheadSeconds).toBe(0)
})

test('root gets a device, once, and its present code is still to be used', async () => {
  const { ask, root, store } = await controlled()
  const SerialNumber = 'arn:aws:iam::111122223333:mfa/root-account-mfa-device'
  expect(await ask('/_control/console/root-mfa')).toEqual({ status: 200, answer: { SerialNumber } })
  const { SummaryMap } = await root.iam.send(new GetAccountSummaryCommand({}))
  expect(SummaryMap!['AccountMFAEnabled']).toBe(1)
  const { VirtualMFADevices } = await root.iam.send(new ListVirtualMFADevicesCommand({}))
  expect(VirtualMFADevices!.map(({ SerialNumber, User }) => [SerialNumber, User!.Arn])).toEqual([
    [SerialNumber, 'arn:aws:iam::111122223333:root'],
  ])
  const device = store.state.mfaDevices.get(SerialNumber)!
  expect(await ask('/_control/console/root-mfa', {})).toEqual({ status: 200, answer: { SerialNumber } })
  expect(store.state.mfaDevices.get(SerialNumber)).toEqual(device)
  const now = new Date()
  expect(verifyCode(device, codeAt(device.seed, now), now)).toBeDefined()
})

test('billing is opened to IAM identities, and shut again', async () => {
  const { ask, store } = await controlled()
  const seen = []
  for (const enabled of [true, false]) {
    const answer = await ask('/_control/console/billing-access', { enabled })
    seen.push([answer, store.state.account.billingAccess])
  }
  expect(seen).toEqual([
    [{ status: 200, answer: { enabled: true } }, true],
    [{ status: 200, answer: { enabled: false } }, false],
  ])
})

test('time passes in the account: sessions end, and signatures go by the clock of the machine', async () => {
  const { ask, as, root, store } = await controlled()
  const { answer, status } = await ask('/_control/clock', { advanceSeconds: 43_201 })
  expect({ status, ahead: answer.clockAheadSeconds }).toEqual({ status: 200, ahead: 43_201 })
  expect(Date.parse(answer.now) - Date.now()).toBeGreaterThan(43_100_000)
  await expect(root.sts.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
    name: 'ExpiredToken',
  })
  const fresh = await ask('/_control/root-session')
  expect((await as(fresh.answer).sts.send(new GetCallerIdentityCommand({}))).Arn).toMatch(/:root$/)
  await ask('/_control/clock', { advanceSeconds: 10 })
  expect(store.state.account.clockAheadSeconds).toBe(43_211)
})

const paths =
  '/_control/reset, /_control/root-session, /_control/console/root-mfa, /_control/console/billing-access, /_control/clock'

/** What is asked for in vain: the status, and why. */
const refusals: [
  what: string,
  path: string,
  body: string | undefined,
  how: { method?: string; headers?: object },
  status: number,
  error: string,
][] = [
  ['no header', '/_control/reset', '', { headers: {} }, 403, 'Send the header x-iam-lab-control: 1.'],
  [
    'another value of the header',
    '/_control/reset',
    '',
    { headers: { 'x-iam-lab-control': '0' } },
    403,
    'Send the header x-iam-lab-control: 1.',
  ],
  [
    'another method',
    '/_control/reset',
    undefined,
    { method: 'GET' },
    405,
    '/_control/reset takes POST alone.',
  ],
  [
    'no such path',
    '/_control/constructor',
    '',
    {},
    404,
    `There is no /_control/constructor. There are: ${paths}.`,
  ],
  ['a body that is no JSON', '/_control/clock', '{', {}, 400, 'The body is no JSON object.'],
  ['a body that is no object', '/_control/clock', '[1]', {}, 400, 'The body is no JSON object.'],
  ['a deep body', '/_control/clock', '['.repeat(1_000_000), {}, 400, 'The body is no JSON object.'],
  [
    'a long body',
    '/_control/clock',
    'a'.repeat(10 * longestBody),
    {},
    413,
    `The request is larger than ${longestBody} bytes.`,
  ],
  [
    'a switch without a position',
    '/_control/console/billing-access',
    '{"enabled":"yes"}',
    {},
    400,
    'Send {"enabled": true} or {"enabled": false}.',
  ],
  ...['{}', '{"advanceSeconds":"1"}', '{"advanceSeconds":-1}', '{"advanceSeconds":0.5}'].map(
    (body): (typeof refusals)[number] => [
      `the clock with ${body}`,
      '/_control/clock',
      body,
      {},
      400,
      'Send {"advanceSeconds": N}, a whole number of seconds, not negative.',
    ],
  ),
  [
    'more than a hundred years',
    '/_control/clock',
    '{"advanceSeconds":1e15}',
    {},
    400,
    "The account's time can go 3153600000 seconds further, and no more.",
  ],
]

test.each(refusals)('%s is refused, and nothing is changed', async (_, path, body, how, status, error) => {
  const { ask, store } = await controlled()
  addUser(store, { name: 'ada' })
  const before = structuredClone(store.data)
  expect(await ask(path, body, how)).toEqual({ status, answer: { error } })
  expect(store.data).toEqual(before)
})

test('an account that cannot be stored, and a bug, are said, and the next request is answered', async () => {
  const sentence = 'db.journal could not be written, and nothing was changed: the disk is full.'
  const bug = new TypeError('undefined is not a function')
  const errors = [new StoreError(sentence), bug]
  const { ask, bugs } = await controlled({ reset: () => Promise.reject(errors.shift()) })
  expect(await ask('/_control/reset')).toEqual({ status: 500, answer: { error: sentence } })
  expect(bugs).toEqual([])
  expect(await ask('/_control/reset')).toEqual({
    status: 500,
    answer: { error: 'This is a bug in iam-lab.' },
  })
  expect(bugs).toEqual([bug])
  expect((await ask('/_control/root-session')).status).toBe(200)
})
