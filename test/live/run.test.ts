import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AttachUserPolicyCommand, CreateAccessKeyCommand, CreateUserCommand } from '@aws-sdk/client-iam'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isReadName } from '../../src/lab/account.ts'
import { jsonLines } from '../commands/program.ts'
import { owner, type Ended, type Owner } from './owner.ts'

let at: Owner

beforeAll(async () => {
  at = await owner()
})
afterAll(() => at.close())

/** A fresh account with root MFA, and the owner's machine with root's session in a profile. */
const begin = async ({ mfa = true } = {}) => {
  await at.control('reset')
  if (mfa) await at.control('console/root-mfa')
  at.proxy.injure(undefined)
  return at.machine()
}

const writes = () =>
  at.proxy
    .seen()
    .filter(action => /^[A-Z]/.test(action) && !isReadName(`iam:${action}`) && !isReadName(`sts:${action}`))

type Line = {
  id?: string
  status?: string
  evidence?: string
  outputs?: Record<string, string>
  error?: { code: string; message: string; fix: string } | null
}
const lines = (ended: Ended) => jsonLines(ended) as Line[]
const statuses = (ended: Ended) => lines(ended).flatMap(({ id, status }) => (id ? [`${id} ${status}`] : []))
const summary = (ended: Ended) => lines(ended).at(-1)

const done = [
  'root-sign-in already',
  'account-alias done',
  'root-mfa already',
  'billing-access done',
  'password-policy done',
  'admin-group done',
  'admin-user done',
  'credentials-csv done',
  'root-sign-out done',
  'admin-sign-in done',
  'admin-mfa done',
]

test('a whole run says how each step was proved, and where csv and seed are; a second one changes nothing', async () => {
  const machine = await begin()
  const first = await machine.doLab()
  expect([first.exit, statuses(first)]).toEqual([0, done])
  expect(summary(first)).toEqual({
    type: 'summary',
    total: 11,
    done: 11,
    evidence: { applied: 7, verified: 3, attested: 1 },
    accountId: at.accountId,
    identity: `arn:aws:iam::${at.accountId}:user/admin`,
    csv: join(machine.home, 'lab', at.accountId, 'admin_accessKeys.csv'),
    exit: 0,
  })
  const { mfaSeedFile } = lines(first)[10]!.outputs!
  expect(mfaSeedFile).toBe(join(machine.home, 'lab', at.accountId, 'admin_mfaSeed.txt'))
  expect(statSync(mfaSeedFile!).mode & 0o777).toBe(0o600)
  expect(readFileSync(mfaSeedFile!, 'utf8')).toMatch(
    /^otpauth:\/\/totp\/admin@\d{12}\?secret=[A-Z2-7]+\S*\n$/,
  )

  at.proxy.injure(undefined)
  const second = await machine.doLab()
  expect([second.exit, statuses(second), writes()]).toEqual([
    0,
    done.map(line => line.replace('done', 'already')),
    [],
  ])
})

test('a seed is never stored over a file', async () => {
  const machine = await begin()
  const folder = join(machine.home, 'lab', at.accountId)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'admin_mfaSeed.txt'), 'mine')
  const ended = await machine.doLab()
  expect([ended.exit, lines(ended)[10]!.outputs!['mfaSeedFile']]).toEqual([
    0,
    join(folder, 'admin_mfaSeed-2.txt'),
  ])
  expect(readFileSync(join(folder, 'admin_mfaSeed.txt'), 'utf8')).toBe('mine')
})

test('what only a person can do stays pending until the account shows it or somebody gives their word', async () => {
  const machine = await begin({ mfa: false })
  const first = await machine.iamLab('run', ...machine.agreeing, '--until', 'password-policy', '--json')
  expect([first.exit, statuses(first)]).toEqual([
    1,
    [
      'root-sign-in already',
      'account-alias done',
      'root-mfa pending',
      'billing-access pending',
      'password-policy done',
    ],
  ])
  expect(lines(first)[2]!.error).toEqual({
    code: 'OnlyByHand',
    message: 'Assign an MFA device to root: only a person can do this, in the AWS console.',
    fix: expect.stringContaining('https://console.aws.amazon.com/iam/home?#/security_credentials') as string,
  })

  // Somebody's word does not make a device.
  const attested = ['--attest', 'root-mfa,billing-access']
  const second = await machine.iamLab(
    'run',
    ...machine.agreeing,
    '--until',
    'billing-access',
    ...attested,
    '--json',
  )
  expect([second.exit, statuses(second).slice(2)]).toEqual([1, ['root-mfa pending', 'billing-access done']])
  expect(lines(second)[3]!.evidence).toBe('attested')

  await at.control('console/root-mfa')
  const third = await machine.iamLab('run', ...machine.agreeing, '--only', 'root-mfa', '--json')
  expect([third.exit, lines(third)[0]]).toEqual([
    0,
    expect.objectContaining({ status: 'already', evidence: 'verified' }),
  ])
})

type Row = { what: string; args: string[]; env?: Record<string, string>; exit: number; err: RegExp }
const refusals: Row[] = [
  {
    what: '--yes without an account',
    args: ['--profile', 'root', '--endpoint-url', 'HERE', '--yes'],
    exit: 2,
    err: /--account-id/,
  },
  {
    what: 'another account',
    args: ['--profile', 'root', '--endpoint-url', 'HERE', '--yes', '--account-id', '111122223333'],
    exit: 3,
    err: /^This is the account \d{12}, not 111122223333\. Nothing was changed\.\nName the other account, or the right id\.\n$/,
  },
  {
    what: 'nobody to ask',
    args: ['--profile', 'root', '--endpoint-url', 'HERE'],
    exit: 3,
    err: /^$/,
  },
  {
    what: 'a profile that is not there',
    args: ['--profile', 'nobody', '--endpoint-url', 'HERE'],
    exit: 3,
    err: /^There is no AWS profile "nobody"\.\nThose there are: root\. Sign in with the AWS CLI .*aws login --profile nobody/,
  },
  {
    what: 'no credentials',
    args: ['--endpoint-url', 'HERE'],
    env: { AWS_EC2_METADATA_DISABLED: 'true' },
    exit: 3,
    err: /^No AWS credentials were found\.\nSign in with the AWS CLI .*aws login --profile root/,
  },
  {
    what: 'an endpoint that the shell names and nobody asked for',
    args: ['--profile', 'root'],
    env: { AWS_ENDPOINT_URL: 'HERE' },
    exit: 3,
    err: /^The variable AWS_ENDPOINT_URL sends calls to http:\/\/127\.0\.0\.1:\d+, which was not asked for\.\nTake it away \(unset AWS_ENDPOINT_URL\), or say so: --endpoint-url http/,
  },
  {
    what: 'another partition',
    args: ['--profile', 'root', '--endpoint-url', 'HERE', '--region', 'cn-north-1'],
    exit: 3,
    err: /^The region cn-north-1 belongs to another partition of AWS\.\n/,
  },
  {
    what: 'keys that AWS does not know',
    args: ['--endpoint-url', 'HERE'],
    env: {
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    },
    exit: 3,
    err: /^The security token included in the request is invalid\.?\n/,
  },
]
test.each(refusals)(
  'refused, with what to do, and nothing is changed: $what',
  async ({ args, env, exit, err }) => {
    const machine = await begin()
    const here = (text: string) => text.replace('HERE', at.proxy.endpoint)
    const before = await at.state()
    at.proxy.injure(undefined)
    const ended = await machine.bare(['run', '--live', ...args.map(here)], mapped(env ?? {}, here))
    expect([ended.exit, writes()]).toEqual([exit, []])
    expect(ended.err).toMatch(err)
    expect(ended.err.split('\n').length).toBeLessThanOrEqual(3)
    expect(await at.state()).toEqual(before)
  },
)

const mapped = (env: Record<string, string>, change: (text: string) => string) =>
  Object.fromEntries(Object.entries(env).map(([name, value]) => [name, change(value)]))

test('an address where nobody answers ends with 4, and says so', async () => {
  const machine = await begin()
  const away = ['run', '--live', '--profile', 'root', '--endpoint-url', 'http://127.0.0.1:9']
  const ended = await machine.bare(away)
  expect([ended.exit, ended.err.replaceAll(/\d\.\d s/g, '# s').split('\n')]).toEqual([
    4,
    [
      ...[2, 3, 4, 5].map(
        attempt => `GetCallerIdentity: ECONNREFUSED. Trying again in # s (attempt ${attempt}).`,
      ),
      'AWS could not be reached: connect ECONNREFUSED 127.0.0.1:9',
      'Look at the network, and at HTTPS_PROXY if you need one, then try again: it goes on where it was.',
      '',
    ],
  ])
}, 30_000)

test.each([
  ['SIGINT', 130],
  ['SIGTERM', null],
  ['SIGHUP', null],
] as const)(
  '%s while a change is under way: it is in the journal, and the next run goes on',
  async (signal, code) => {
    const machine = await begin()
    const undisturbed = await begin()
    await undisturbed.doLab()
    const whole = await at.state()
    await at.control('reset')
    await at.control('console/root-mfa')

    const again = await at.machine()
    const started = again.start('run', ...again.agreeing, '--attest', 'billing-access', '--json')
    const number = 30
    at.proxy.injure({ at: number, meanwhile: () => started.child.kill(signal) })
    const { exit } = await started.ended
    expect(exit).toBe(code)
    at.proxy.injure(undefined)
    expect((await again.doLab()).exit).toBe(0)
    expect(await at.state()).toEqual(whole)
    expect(machine.home).not.toBe(again.home)
  },
)

test('a session that has ended is told from a refusal, and a fresh one goes on', async () => {
  const machine = await begin()
  expect((await machine.iamLab('run', ...machine.agreeing, '--until', 'account-alias')).exit).toBe(0)
  await at.control('clock', { advanceSeconds: 13 * 3600 })
  const ended = await machine.doLab()
  expect([ended.exit, ended.err]).toEqual([3, expect.stringMatching(/expired|has ended/)])
  await machine.signInAgain()
  const fresh = await machine.doLab()
  expect([fresh.exit, statuses(fresh).slice(0, 3)]).toEqual([
    0,
    ['root-sign-in already', 'account-alias already', 'root-mfa already'],
  ])
})

test('what an organization has taken away is no step of this account, and the rest is done', async () => {
  const machine = await begin()
  const denied = `User: arn:aws:iam::${at.accountId}:root is not authorized to perform: iam:CreateAccountAlias on resource: * with an explicit deny in a service control policy`
  at.proxy.injure({ action: 'CreateAccountAlias', refuse: ['AccessDenied', denied] })
  const ended = await machine.doLab()
  expect([ended.exit, statuses(ended)]).toEqual([
    0,
    done.map(line => line.replace('account-alias done', 'account-alias not-applicable')),
  ])
  expect(lines(ended)[1]!.error).toEqual({
    code: 'NotApplicable',
    message: `The organization that this account belongs to does not allow it: ${denied}`,
    fix: 'There is nothing to do here; go on with the next step.',
  })
  expect(summary(ended)).toMatchObject({ total: 11, done: 10 })
})

test('where root is managed centrally its steps are none of this account', async () => {
  const machine = await begin({ mfa: false })
  const send = await at.send()
  await send(new CreateUserCommand({ UserName: 'owner' }))
  await send(
    new AttachUserPolicyCommand({
      UserName: 'owner',
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
    }),
  )
  const { AccessKey } = await send(new CreateAccessKeyCommand({ UserName: 'owner' }))
  const { AccessKeyId, SecretAccessKey } = AccessKey!
  writeFileSync(
    join(machine.home, '.aws', 'credentials'),
    `[root]\naws_access_key_id = ${AccessKeyId}\naws_secret_access_key = ${SecretAccessKey}\n`,
  )
  const noPassword = (answer: string) =>
    answer.replace(/(<key>AccountPasswordPresent<\/key>\s*<value>)1/, '$10')
  at.proxy.injure({ action: 'GetAccountSummary', change: noPassword })
  const ended = await machine.iamLab('run', ...machine.agreeing, '--until', 'root-mfa', '--json')
  expect([ended.exit, statuses(ended)]).toEqual([
    0,
    ['root-sign-in not-applicable', 'account-alias done', 'root-mfa not-applicable'],
  ])
  expect(lines(ended)[0]!.error!.message).toBe(
    'Root of this account has no password: an organization manages it, and nobody signs in as root here.',
  )
})

test('credentials that are not root’s are told what is wanted, and nothing is changed', async () => {
  const machine = await begin()
  const send = await at.send()
  await send(new CreateUserCommand({ UserName: 'owner' }))
  await send(
    new AttachUserPolicyCommand({
      UserName: 'owner',
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
    }),
  )
  const { AccessKey } = await send(new CreateAccessKeyCommand({ UserName: 'owner' }))
  writeFileSync(
    join(machine.home, '.aws', 'credentials'),
    `[root]\naws_access_key_id = ${AccessKey!.AccessKeyId}\naws_secret_access_key = ${AccessKey!.SecretAccessKey}\n`,
  )
  at.proxy.injure(undefined)
  const ended = await machine.doLab()
  expect([ended.exit, statuses(ended)[0], writes()]).toEqual([3, 'root-sign-in failed', []])
  expect(lines(ended)[0]!.error!.message).toBe(
    `These credentials are arn:aws:iam::${at.accountId}:user/owner, and this takes root. Sign in as root: aws login --profile root`,
  )
})

test('an aws login session of root does the lab, and root is not signed out while the session is there', async () => {
  const machine = await begin()
  const login = await machine.awsLogin()
  const live = ['--profile', 'login', '--endpoint-url', at.proxy.endpoint, ...machine.agreeing]
  const first = await machine.bare(['run', '--live', ...live, '--attest', 'billing-access', '--json'])
  expect([first.exit, statuses(first)[8]]).toEqual([1, 'root-sign-out pending'])
  expect(lines(first)[8]!.error!.message).toBe(
    'The aws login session of root has ended: it shows the aws login session of root is still there: aws logout --profile login.',
  )
  expect(readFileSync(join(machine.home, '.aws', 'config'), 'utf8')).toContain(login.session)
  login.logout()
  const second = await machine.bare(['run', '--live', ...live, '--attest', 'billing-access', '--json'])
  expect([second.exit, statuses(second).slice(8)]).toEqual([
    0,
    ['root-sign-out already', 'admin-sign-in already', 'admin-mfa already'],
  ])
})
