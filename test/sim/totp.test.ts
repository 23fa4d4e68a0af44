import { EnableMFADeviceCommand, ListUsersCommand } from '@aws-sdk/client-iam'
import { GetSessionTokenCommand } from '@aws-sdk/client-sts'
import { expect, test } from 'vitest'
import { attempted, codeAt, newSeed, stepAt, synchronized, verifyCode } from '../../src/sim/totp.ts'
import type { MFADeviceRow } from '../../src/sim/state.ts'
import { admin } from './admin.ts'
import { addDevice, addDeviceOf, deviceNamed, seed, serialOf } from './device.ts'
import { addAccessKey, clientsOf, simulated } from './simulated.ts'

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at %i s the code is the last six digits of RFC 6238: %s', (seconds, code) => {
  // The secret of the SHA-1 values in its appendix B, "12345678901234567890".
  expect(codeAt('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', new Date(seconds * 1000))).toBe(code)
})

test('a seed is 40 bytes in Base32, another each time', () => {
  const seeds = Array.from({ length: 100 }, newSeed)
  expect(seeds.filter(seed => !/^[A-Z2-7]{64}$/.test(seed))).toEqual([])
  expect(new Set(seeds).size).toBe(100)
})

const now = new Date('2026-02-01T12:00:10Z')
const step = stepAt(now)
const code = (offset: number) => codeAt(seed, new Date(now.getTime() + offset * 30_000))
const phone: MFADeviceRow = deviceNamed('phone')

test.each([
  [-998, -998],
  [-500, -500],
  [-3, -3],
  [-2, undefined],
  [0, undefined],
  [2, undefined],
  [3, 3],
  [500, 500],
  [1000, 1000],
])('two codes %i steps from now enable a device, and its clock is then known', (offset, drift) => {
  expect(synchronized(phone, code(offset - 1), code(offset), now)).toEqual({
    ...phone,
    lastStep: step + offset,
    drift: drift ?? 0,
  })
})

test.each([
  ['too long ago', -1000, -999],
  ['too far ahead', 1000, 1001],
  ['the same twice', 0, 0],
  ['reversed', 0, -1],
  ['with one between them', -2, 0],
])('two codes do not enable a device: %s', (_, first, second) => {
  expect(synchronized(phone, code(first), code(second), now)).toBeUndefined()
})

test('both codes must be newer than the last one that was taken', () => {
  const used = { ...phone, lastStep: step }
  const pairs = [-1, 0, 1, 2, 3].filter(offset => synchronized(used, code(offset - 1), code(offset), now))
  expect(pairs).toEqual([2, 3])
})

test.each([0, -300, 700])('a code signs in within two steps of a clock that is %i steps off', drift => {
  const device = { ...phone, drift }
  const taken = [-4, -3, -2, -1, 0, 1, 2, 3, 4].flatMap(offset => {
    const after = verifyCode(device, code(drift + offset), now)
    return after === undefined ? [] : [[offset, after.lastStep! - step - drift]]
  })
  expect(taken).toEqual([-2, -1, 0, 1, 2].map(offset => [offset, offset]))
})

test('a code signs in once, and no older one after it', () => {
  const after = verifyCode(phone, code(0), now)!
  expect(after).toEqual({ ...phone, lastStep: step })
  expect([-2, -1, 0, 1, 2].filter(offset => verifyCode(after, code(offset), now))).toEqual([1, 2])
})

test('nine tries in three minutes, whatever came of them', () => {
  let device = phone
  const outcomes = Array.from({ length: 11 }, (_, index) => {
    const attempt = attempted(device, new Date(now.getTime() + index * 1000))
    device = attempt.device
    return attempt.tooMany
  })
  expect(outcomes).toEqual([...Array.from({ length: 9 }, () => false), true, true])
  expect(device.attempts).toEqual(
    Array.from({ length: 9 }, (_, index) => new Date(now.getTime() + index * 1000).toISOString()),
  )
  const later = (seconds: number) => attempted(device, new Date(now.getTime() + seconds * 1000)).tooMany
  expect([179, 180].map(later)).toEqual([true, false])
})

/** Grace, who is an admin, with a long-term key, and a machine whose clock can be put forward. */
const start = () => {
  const began = Date.now()
  let seconds = 0
  const clock = () => new Date(began + seconds * 1000)
  const account = simulated({ clock })
  account.store.transact(admin)
  const grace = account.store.state.users.get('grace')!
  const key = addAccessKey(account.store, { owner: { type: 'user', userId: grace.id } })
  const codeIn = (steps: number) => codeAt(seed, new Date(clock().getTime() + steps * 30_000))
  const wait = (more: number) => {
    seconds += more
  }
  return { ...account, grace: clientsOf(account.exchange, key), codeIn, wait }
}
const message = (sent: Promise<unknown>): Promise<string> =>
  sent.then(
    () => 'ok',
    error => error.message,
  )

test('wrong codes are remembered though the operation failed, and hold up right ones for three minutes', async () => {
  const { store, root, codeIn, wait } = start()
  store.transact(state => addDevice(state, 'phone'))
  const enable = (...[AuthenticationCode1, AuthenticationCode2]: [string, string]) =>
    message(
      root.iam.send(
        new EnableMFADeviceCommand({
          UserName: 'grace',
          SerialNumber: serialOf('phone'),
          AuthenticationCode1,
          AuthenticationCode2,
        }),
      ),
    )
  const invalid = 'Authentication code for device is not valid.'
  for (let tries = 1; tries <= 9; tries++) {
    expect(await enable(codeIn(0), codeIn(0))).toBe(invalid)
    expect(store.state.mfaDevices.get(serialOf('phone'))).toEqual({
      ...phone,
      attempts: Array.from({ length: tries }, () => expect.any(String)),
    })
  }
  expect(await enable(codeIn(-1), codeIn(0))).toBe(invalid)
  wait(181)
  expect(await enable(codeIn(-1), codeIn(0))).toBe('ok')
})

test('wrong codes at sign-in are remembered too', async () => {
  const { store, grace, codeIn, wait } = start()
  store.transact(state => addDeviceOf(state, 'grace', 'phone'))
  const signIn = (TokenCode: string) =>
    message(grace.sts.send(new GetSessionTokenCommand({ SerialNumber: serialOf('phone'), TokenCode })))
  const invalid = 'MultiFactorAuthentication failed with invalid MFA one time pass code. '
  for (let tries = 1; tries <= 9; tries++) expect(await signIn(codeIn(-300))).toBe(invalid)
  expect(await signIn(codeIn(0))).toBe(invalid)
  wait(181)
  expect(await signIn(codeIn(0))).toBe('ok')
})

test('a device of one’s own signs in from the next code on, as far off as its clock was; the session may call IAM', async () => {
  const { store, exchange, grace, codeIn } = start()
  store.transact(state => addDevice(state, 'phone'))
  await grace.iam.send(
    new EnableMFADeviceCommand({
      UserName: 'grace',
      SerialNumber: serialOf('phone'),
      AuthenticationCode1: codeIn(99),
      AuthenticationCode2: codeIn(100),
    }),
  )
  const signIn = (steps: number) =>
    grace.sts.send(new GetSessionTokenCommand({ SerialNumber: serialOf('phone'), TokenCode: codeIn(steps) }))
  expect(await message(signIn(100))).toBe(
    'MultiFactorAuthentication failed with invalid MFA one time pass code. ',
  )
  const { Credentials } = await signIn(101)
  const { iam } = clientsOf(exchange, {
    accessKeyId: Credentials!.AccessKeyId!,
    secretAccessKey: Credentials!.SecretAccessKey!,
    sessionToken: Credentials!.SessionToken,
  })
  expect((await iam.send(new ListUsersCommand({}))).Users!.map(({ UserName }) => UserName)).toEqual(['grace'])
})
