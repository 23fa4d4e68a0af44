import { GetAccountSummaryCommand, ListVirtualMFADevicesCommand } from '@aws-sdk/client-iam'
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { expect, test } from 'vitest'
import type { Credentials } from '../../src/lab/account.ts'
import { Refused, type ConsoleTask, type Page } from '../../src/lab/console.ts'
import type { Values } from '../../src/lab/field.ts'
import { createConsole } from '../../src/sim/console.ts'
import { codeAt, stepAt } from '../../src/sim/totp.ts'
import { admin } from './admin.ts'
import { addDeviceOf, seed, serialOf } from './device.ts'
import { simulated, type Simulated } from './simulated.ts'

/** When all of it happens: the console's clock stands still. */
const moment = new Date()
const codeIn = (steps: number, of = seed): string => codeAt(of, new Date(moment.getTime() + steps * 30_000))

/** A person at the console of a simulated account that has one user, grace. */
const start = () => {
  const account = simulated()
  const { store } = account
  store.transact(admin)
  const heard: (Credentials | undefined)[] = []
  const now = () => moment
  const signedIn = (credentials: Credentials | undefined) => heard.push(credentials)
  const console = createConsole({ store, now, machineNow: now, signedIn })
  const { rootEmail, rootPassword } = store.state.account
  const root = { Email: rootEmail, Password: rootPassword }
  const grace = { Account: '111122223333', UserName: 'grace', Password: 'Correct-Horse-1' }
  const submit = async (task: ConsoleTask, values: Values = {}) => {
    await console.page(task)
    return answer(console.submit(task, values))
  }
  /** Sends the page that came after another one. */
  const next = (task: ConsoleTask, values: Values) => answer(console.submit(task, values))
  const session = () => store.state.sessions.get(heard.at(-1)!.accessKeyId)!
  return { ...account, console, heard, rootOwner: root, grace, submit, next, session }
}

/** The title of the page that comes next, `done`, or what was refused and where. */
const answer = (submitted: Promise<Page | undefined>): Promise<string> =>
  submitted.then(
    page => page?.title ?? 'done',
    error => {
      if (error instanceof Refused) return `${error.field ?? '-'}: ${error.message}`
      throw error
    },
  )

const who = async ({ as }: Simulated, credentials: Credentials): Promise<string> =>
  as(credentials)
    .sts.send(new GetCallerIdentityCommand({}))
    .then(
      ({ Arn }) => Arn!,
      error => `${error.Code} ${error.$metadata.httpStatusCode}`,
    )

const incorrect = 'Password: Your authentication information is incorrect. Please try again.'
const oldCode =
  'MFACode: Your authentication information is incorrect. Please try again. A code works once and for a short while: take the one that comes next.'
const codePage = 'Multi-factor authentication'
const rootDevice = 'root-account-mfa-device'

test('root signs in with its e-mail address and its password, and with nothing else', async () => {
  const account = start()
  const { submit, rootOwner, heard } = account
  const { Email, Password } = rootOwner
  expect([
    await submit('sign-in-as-root', { Email, Password: 'Correct-Horse-1' }),
    await submit('sign-in-as-root', { Email, Password: Password.toLowerCase() }),
    await submit('sign-in-as-root', { Email: 'nobody@practice.example', Password }),
    await submit('sign-in-as-root', {}),
  ]).toEqual([incorrect, incorrect, incorrect, incorrect])
  expect(heard).toEqual([])
  expect(await submit('sign-in-as-root', { Email: ` ${Email.toUpperCase()}`, Password })).toBe('done')
  expect(await who(account, heard[0]!)).toBe('arn:aws:iam::111122223333:root')
  expect(account.session().mfa).toBe(false)
  expect(account.store.state.account.rootPasswordLastUsed).toBe(`${moment.toISOString().slice(0, 19)}Z`)
})

test('a user signs in at the account’s id or alias, with a name in any case and the password as it is', async () => {
  const account = start()
  const { submit, grace, heard, store } = account
  store.transact(state => state.setAccount({ alias: 'blue-team-practice' }))
  store.transact(state =>
    state.users.put('ada', { ...state.users.get('grace')!, name: 'ada', id: 'AIDAADA' }),
  )
  const { loginProfile: _, ...ada } = store.state.users.get('ada')!
  store.transact(state => state.users.put('ada', ada))
  const signIn = (values: object) => submit('sign-in-as-admin', { ...grace, ...values })
  expect([
    await signIn({ Account: '444455556666' }),
    await signIn({ Account: '' }),
    await signIn({ UserName: 'nobody' }),
    await signIn({ Password: 'correct-horse-1' }),
    await signIn({ UserName: 'ada' }),
    await signIn({ UserName: 'ada', Password: 'undefined' }),
  ]).toEqual(Array.from({ length: 6 }, () => incorrect))
  expect(heard).toEqual([])
  expect(await signIn({})).toBe('done')
  expect(await signIn({ Account: ' blue-team-practice ', UserName: 'Grace' })).toBe('done')
  expect(await who(account, heard[1]!)).toBe('arn:aws:iam::111122223333:user/grace')
  expect(store.state.users.get('grace')!.passwordLastUsed).toBe(`${moment.toISOString().slice(0, 19)}Z`)
})

test('signing in anew ends the session before', async () => {
  const account = start()
  const { submit, rootOwner, grace, heard } = account
  await submit('sign-in-as-root', rootOwner)
  await submit('sign-in-as-admin', grace)
  expect([await who(account, heard[0]!), await who(account, heard[1]!)]).toEqual([
    'InvalidClientTokenId 403',
    'arn:aws:iam::111122223333:user/grace',
  ])
})

test('signing out ends the session: its credentials are nobody’s', async () => {
  const account = start()
  const { submit, rootOwner, heard } = account
  await submit('sign-in-as-root', rootOwner)
  expect(await submit('sign-out')).toBe('done')
  expect(heard).toEqual([heard[0], undefined])
  expect(await who(account, heard[0]!)).toBe('InvalidClientTokenId 403')
  expect(await submit('sign-out')).toBe('done')
})

test('root gets a device with two codes that follow each other, and then signs in with one', async () => {
  const account = start()
  const { console, next, submit, rootOwner, root, store } = account
  await submit('sign-in-as-root', rootOwner)
  const { shows } = await console.page('activate-root-mfa')
  const { seed } = shows!
  expect(shows!.otpauth).toBe(`otpauth://totp/${rootDevice}@111122223333?secret=${seed}`)
  const enrol = (MFACode1: string, MFACode2: string) => next('activate-root-mfa', { MFACode1, MFACode2 })
  const wrong =
    'MFACode1: Authentication code for device is not valid. Two codes that follow each other are wanted, the older first; take the next two.'
  expect([
    await enrol(codeIn(0, seed), codeIn(0, seed)),
    await enrol(codeIn(0, seed), codeIn(-1, seed)),
    await enrol(codeIn(-3, seed), codeIn(0, seed)),
    await enrol(codeIn(-1100, seed), codeIn(-1099, seed)),
  ]).toEqual([
    'MFACode2: Both codes are the same. Wait until the code changes, then type the new one.',
    wrong,
    wrong,
    wrong,
  ])
  expect(store.state.mfaDevices.size).toBe(0)
  expect(await enrol(codeIn(-1, seed), codeIn(0, seed))).toBe('done')
  const { VirtualMFADevices } = await root.iam.send(new ListVirtualMFADevicesCommand({}))
  expect(VirtualMFADevices!.map(({ SerialNumber, User }) => [SerialNumber, User!.Arn])).toEqual([
    [serialOf(rootDevice), 'arn:aws:iam::111122223333:root'],
  ])
  const { SummaryMap } = await root.iam.send(new GetAccountSummaryCommand({}))
  expect(SummaryMap!['AccountMFAEnabled']).toBe(1)

  await submit('sign-out')
  expect(await submit('sign-in-as-root', rootOwner)).toBe(codePage)
  expect([
    await next('sign-in-as-root', { MFACode: codeIn(-1, seed) }),
    await next('sign-in-as-root', { MFACode: codeIn(5, seed) }),
  ]).toEqual([oldCode, oldCode])
  expect(await next('sign-in-as-root', { MFACode: codeIn(1, seed) })).toBe('done')
  expect(account.session()).toMatchObject({ owner: { type: 'root' }, mfa: true })
})

test('a device of root can be set up by root alone, and be taken away by root alone', async () => {
  const { console, next, submit, rootOwner, grace, store } = start()
  const onlyRoot = '-: Only the root user can do this. Sign in as root.'
  await submit('sign-in-as-admin', grace)
  const { seed } = (await console.page('activate-root-mfa')).shows!
  const codes = { MFACode1: codeIn(-1, seed), MFACode2: codeIn(0, seed) }
  expect(await next('activate-root-mfa', codes)).toBe(onlyRoot)
  store.transact(state => addDeviceOf(state, undefined, rootDevice))
  expect(await submit('deactivate-root-mfa')).toBe(onlyRoot)
  await submit('sign-out')
  expect(await submit('deactivate-root-mfa')).toBe(onlyRoot)
  await submit('sign-in-as-root', rootOwner)
  await next('sign-in-as-root', { MFACode: codeIn(0) })
  expect(await submit('deactivate-root-mfa')).toBe('done')
  expect(store.state.mfaDevices.size).toBe(0)
})

test('a second device of root is set up in a session with MFA alone, and does not take the place of the first', async () => {
  const { console, next, submit, rootOwner, store } = start()
  const enrol = async () => {
    const { seed } = (await console.page('activate-root-mfa')).shows!
    return next('activate-root-mfa', { MFACode1: codeIn(-1, seed), MFACode2: codeIn(0, seed) })
  }
  const devices = () => [...store.state.mfaDevices.values()].map(({ name }) => name)
  await submit('sign-in-as-root', rootOwner)
  store.transact(state => addDeviceOf(state, undefined, rootDevice))
  expect(await enrol()).toBe(
    '-: To complete this action, please ensure that you are authenticated with an MFA device that is enabled for this user.',
  )
  await submit('sign-in-as-root', rootOwner)
  await next('sign-in-as-root', { MFACode: codeIn(0) })
  expect(await enrol()).toBe('done')
  expect(devices()).toEqual([rootDevice, `${rootDevice}-2`])
  for (let n = 3; n <= 8; n++) expect(await enrol()).toBe('done')
  expect(await enrol()).toBe('-: Cannot exceed quota for MFADevicesPerUser: 8')
  expect(devices()).toHaveLength(8)
})

test('a code is asked for until a right one comes; none works twice', async () => {
  const account = start()
  const { next, submit, grace, heard, store } = account
  store.transact(state => addDeviceOf(state, 'grace', 'phone'))
  store.transact(state => addDeviceOf(state, 'grace', 'tablet', { seed: 'JBSWY3DPEHPK3PXP'.repeat(4) }))
  const signIn = (MFACode: string) => next('sign-in-as-admin', { MFACode })
  expect(await submit('sign-in-as-admin', grace)).toBe(codePage)
  expect(await signIn('')).toBe(oldCode)
  expect(await signIn(codeIn(-10))).toBe(oldCode)
  expect(heard).toEqual([])
  const code = codeIn(0)
  expect(await signIn(code)).toBe('done')
  expect(account.session().mfa).toBe(true)
  expect(await submit('sign-in-as-admin', grace)).toBe(codePage)
  expect(await signIn(code)).toBe(oldCode)
  expect(await signIn(codeIn(0, 'JBSWY3DPEHPK3PXP'.repeat(4)))).toBe('done')
})

test('ten tries within three minutes are one too many', async () => {
  const { next, submit, grace, rootOwner, console, store } = start()
  const tooMany =
    'Authentication code for device is not valid. Nine tries in three minutes are the most: wait a little.'
  store.transact(state => addDeviceOf(state, 'grace', 'phone'))
  await submit('sign-in-as-admin', grace)
  for (let tries = 1; tries <= 9; tries++)
    expect(await next('sign-in-as-admin', { MFACode: codeIn(-10) })).toBe(oldCode)
  expect(await next('sign-in-as-admin', { MFACode: codeIn(0) })).toBe(`MFACode: ${tooMany}`)
  const threeMinutesAgo = new Date(moment.getTime() - 181_000).toISOString()
  store.transact(state => {
    const phone = state.mfaDevices.get(serialOf('phone'))!
    state.mfaDevices.put(serialOf('phone'), {
      ...phone,
      attempts: phone.attempts.map(() => threeMinutesAgo),
    })
  })
  expect(await next('sign-in-as-admin', { MFACode: codeIn(0) })).toBe('done')

  await submit('sign-in-as-root', rootOwner)
  const { seed } = (await console.page('activate-root-mfa')).shows!
  const wrong = { MFACode1: codeIn(0, seed), MFACode2: codeIn(-1, seed) }
  for (let tries = 1; tries <= 9; tries++) await next('activate-root-mfa', wrong)
  const right = { MFACode1: codeIn(-1, seed), MFACode2: codeIn(0, seed) }
  expect(await next('activate-root-mfa', right)).toBe(`MFACode1: ${tooMany}`)
})

test('a password that must be changed is held to the policy and to the ones before; the code comes first', async () => {
  const account = start()
  const { next, submit, grace, heard, store } = account
  store.transact(state => {
    const user = state.users.get('grace')!
    const previous = ['Battery-Staple-1']
    state.users.put('grace', {
      ...user,
      loginProfile: { ...user.loginProfile!, resetRequired: true, previous },
    })
    addDeviceOf(state, 'grace', 'phone', { lastStep: stepAt(moment) - 1 })
    state.setAccount({
      passwordPolicy: {
        MinimumPasswordLength: 14,
        RequireSymbols: true,
        RequireNumbers: true,
        RequireUppercaseCharacters: false,
        RequireLowercaseCharacters: false,
        AllowUsersToChangePassword: false,
        PasswordReusePrevention: 2,
      },
    })
  })
  const change = (NewPassword: string) => next('sign-in-as-admin', { NewPassword })
  expect(await submit('sign-in-as-admin', grace)).toBe(codePage)
  expect(await next('sign-in-as-admin', { MFACode: codeIn(0) })).toBe('Change your password')
  expect(heard).toEqual([])
  expect([
    await change(''),
    await change('Correct-Horse-1'),
    await change('Battery-Staple-1'),
    await change('Short-1'),
    await change('NeitherSymbolNorNumber'),
  ]).toEqual([
    'NewPassword: Password should have a minimum length of 14, Password should have at least one number, Password should have at least one symbol',
    'NewPassword: The new password is the old one. Choose another.',
    'NewPassword: Password does not conform to the account password policy.',
    'NewPassword: Password should have a minimum length of 14',
    'NewPassword: Password should have at least one number, Password should have at least one symbol',
  ])
  expect(await change('Paper-Lantern-2')).toBe('done')
  expect(account.session()).toMatchObject({ owner: { type: 'user', userId: 'AIDAGRACE' }, mfa: true })
  expect(store.state.users.get('grace')!.loginProfile).toMatchObject({
    password: 'Paper-Lantern-2',
    previous: ['Correct-Horse-1', 'Battery-Staple-1'],
    resetRequired: false,
  })
  expect([
    await submit('sign-in-as-admin', grace),
    await submit('sign-in-as-admin', { ...grace, Password: 'Paper-Lantern-2' }),
  ]).toEqual([incorrect, codePage])
})

/** An account whose passwords last ninety days, with grace's as old as is said. */
const withExpiry = (days: number, HardExpiry = false) => {
  const account = start()
  const changedAt = new Date(moment.getTime() - days * 86_400_000).toISOString()
  account.store.transact(state => {
    const user = state.users.get('grace')!
    state.users.put('grace', { ...user, loginProfile: { ...user.loginProfile!, changedAt } })
    state.setAccount({
      passwordPolicy: {
        MinimumPasswordLength: 6,
        RequireSymbols: false,
        RequireNumbers: false,
        RequireUppercaseCharacters: false,
        RequireLowercaseCharacters: false,
        AllowUsersToChangePassword: false,
        MaxPasswordAge: 90,
        HardExpiry,
      },
    })
  })
  return account
}

test('a password that is too old must be changed, at once when the policy says so', async () => {
  const young = withExpiry(89)
  expect(await young.submit('sign-in-as-admin', young.grace)).toBe('done')
  const old = withExpiry(90)
  expect(await old.submit('sign-in-as-admin', old.grace)).toBe('Change your password')
  expect(await old.next('sign-in-as-admin', { NewPassword: 'Paper-Lantern-2' })).toBe('done')
  expect(await old.submit('sign-in-as-admin', { ...old.grace, Password: 'Paper-Lantern-2' })).toBe('done')
})

test('a policy may leave it to an administrator to change a password that is too old', async () => {
  const { submit, grace, heard } = withExpiry(90, true)
  expect(await submit('sign-in-as-admin', grace)).toBe(
    '-: Your password has expired. An administrator has to reset it before you can sign in.',
  )
  expect(heard).toEqual([])
})

test('a password is changed by who may: a policy that forces MFA is in the way of a first sign-in', async () => {
  const { submit, next, grace, heard, store } = start()
  const policy = (Effect: string, elements: object) =>
    JSON.stringify({ Version: '2012-10-17', Statement: { Effect, Resource: '*', ...elements } })
  const Condition = { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } }
  const force = (...NotAction: string[]) =>
    store.transact(state => {
      const user = state.users.get('grace')!
      const inline = { ForceMFA: policy('Deny', { NotAction, Condition }) }
      const loginProfile = { ...user.loginProfile!, resetRequired: true }
      state.users.put('grace', { ...user, inline, loginProfile })
    })
  const change = async () => {
    expect(await submit('sign-in-as-admin', grace)).toBe('Change your password')
    return next('sign-in-as-admin', { NewPassword: 'Paper-Lantern-2' })
  }
  force('iam:EnableMFADevice')
  expect(await change()).toBe(
    'NewPassword: Either user is not authorized to perform iam:ChangePassword or entered password does not comply with account password policy set by administrator',
  )
  expect(heard).toEqual([])
  force('iam:EnableMFADevice', 'iam:ChangePassword')
  expect(await change()).toBe('done')
})

test('root alone sets who sees the bills, and an admin sees them then', async () => {
  const { console, submit, rootOwner, grace, store } = start()
  const onlyRoot = '-: Only the root user can do this. Sign in as root.'
  const bills = (name: string) => [
    `Billing and Cost Management, as ${name}`,
    'Month-to-date cost: $0.00',
    'Nothing in this account costs anything.',
  ]
  const denied = [
    'Billing and Cost Management, as grace',
    'You need permissions.',
    'You don’t have permission to billing:GetIAMAccessPreference. IAM access to billing is not activated in this account: root alone can change that, whatever your policies allow.',
  ]
  expect(console.billing.look()).toEqual(['Nobody is signed in.'])
  expect(await submit('activate-iam-access-to-billing')).toBe(onlyRoot)
  await submit('sign-in-as-admin', grace)
  expect(console.billing.look()).toEqual(denied)
  expect(await submit('activate-iam-access-to-billing')).toBe(onlyRoot)
  expect(store.state.account.billingAccess).toBe(false)

  await submit('sign-in-as-root', rootOwner)
  expect(console.billing.look()).toEqual(bills('root'))
  expect(await submit('activate-iam-access-to-billing')).toBe('done')
  await submit('sign-in-as-admin', grace)
  expect(console.billing.look()).toEqual(bills('grace'))
  expect(await submit('deactivate-iam-access-to-billing')).toBe(onlyRoot)

  await submit('sign-in-as-root', rootOwner)
  expect(await submit('deactivate-iam-access-to-billing')).toBe('done')
  expect(console.billing.look()).toEqual(bills('root'))
  await submit('sign-in-as-admin', grace)
  expect(console.billing.look()).toEqual(denied)
  await submit('sign-out')
  expect(console.billing.look()).toEqual(['Nobody is signed in.'])
})

test('the phone shows the code that signs in next: after one was used, the one that follows', async () => {
  const { console, next, submit, grace, store } = start()
  store.transact(state => addDeviceOf(state, 'grace', 'phone'))
  const shown = () => {
    const [{ code, next, usable, label }] = console.phone.codes() as [
      ReturnType<typeof console.phone.codes>[0],
    ]
    return { label, usable: usable === code ? 'this' : usable === next ? 'next' : usable }
  }
  expect(shown()).toEqual({ label: 'grace@111122223333', usable: 'this' })
  await submit('sign-in-as-admin', grace)
  const { usable } = console.phone.codes()[0]!
  expect(await next('sign-in-as-admin', { MFACode: usable! })).toBe('done')
  expect(shown()).toEqual({ label: 'grace@111122223333', usable: 'next' })
})
