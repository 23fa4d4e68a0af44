import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { newHome } from '../home.ts'
import { accountOf, filesBelow, iamLab, jsonLines, secretsOf, type Ran } from './program.ts'

/** A call as `run --json` shows it, whatever its time and request id. */
const call = (operation: string, outcome = 'ok') => ({
  service: 'iam',
  operation,
  outcome,
  ms: outcome === 'planned' ? null : expect.any(Number),
  requestId: outcome === 'planned' ? null : expect.stringMatching(/^[0-9a-f-]{36}$/),
})

/** The steps in their order: id, level, proof, the calls that do it. */
const lab: [id: string, evidence: string, proof: string, calls: string[]][] = [
  ['root-sign-in', 'verified', 'sts:GetCallerIdentity', []],
  ['account-alias', 'applied', 'iam:ListAccountAliases', ['CreateAccountAlias']],
  ['root-mfa', 'verified', 'iam:GetAccountSummary', []],
  ['billing-access', 'attested', 'you', []],
  ['password-policy', 'applied', 'iam:GetAccountPasswordPolicy', ['UpdateAccountPasswordPolicy']],
  ['admin-group', 'applied', 'iam:ListAttachedGroupPolicies', ['CreateGroup', 'AttachGroupPolicy']],
  [
    'admin-user',
    'applied',
    'iam:ListGroupsForUser, iam:GetLoginProfile, iam:ListAccessKeys',
    ['CreateUser', 'AddUserToGroup', 'CreateLoginProfile', 'CreateAccessKey'],
  ],
  ['credentials-csv', 'applied', 'the file, read back, sts:GetCallerIdentity', []],
  ['root-sign-out', 'applied', 'sts:GetCallerIdentity', []],
  ['admin-sign-in', 'verified', 'sts:GetCallerIdentity', []],
  ['admin-mfa', 'applied', 'iam:ListMFADevices', ['CreateVirtualMFADevice', 'EnableMFADevice']],
]

const stepLine = (number: number, status: string) => {
  const [id, evidence, proof, calls] = lab[number - 1]!
  return {
    type: 'step',
    number,
    id,
    status,
    evidence,
    proof,
    calls: status === 'done' ? calls.map(operation => call(operation)) : [],
    outputs: expect.any(Object),
    error: null,
  }
}

let home: string
const accountId = '111122223333'
/** The first run, and two that find everything done: a third would have to wait for a code that was not used yet. */
let first: Ran
let second: Ran
let third: Ran
let between: ReturnType<typeof accountOf>
beforeAll(() => {
  home = newHome()
  iamLab(home, ['sim', 'new', 'practice', '--account-id', accountId])
  first = iamLab(home, ['run', '--sim', '--json'])
  between = accountOf(home)
  second = iamLab(home, ['run', '--sim', '--json'])
  third = iamLab(home, ['run', '--sim'])
})

const csv = () => join(home, accountId, 'admin_accessKeys.csv')

const summary = () => ({
  type: 'summary',
  total: 11,
  done: 11,
  evidence: { applied: 7, verified: 3, attested: 1 },
  accountId,
  identity: `arn:aws:iam::${accountId}:user/admin`,
  csv: csv(),
  exit: 0,
})

test('run --json does the lab, one object a line, and a summary at the end', () => {
  expect(jsonLines(first)).toEqual([...lab.map((_, index) => stepLine(index + 1, 'done')), summary()])
  expect(first.exit).toBe(0)
  expect(first.err).toBe('')
})

test('the outputs are the names, ids and places that were made', () => {
  const outputs = Object.fromEntries(jsonLines(first).map(({ id, outputs }) => [id ?? 'summary', outputs]))
  const SerialNumber = `arn:aws:iam::${accountId}:mfa/`
  expect(outputs).toEqual({
    'root-sign-in': { Arn: `arn:aws:iam::${accountId}:root` },
    'account-alias': {
      AccountAlias: 'iam-lab-223333',
      SignInUrl: 'https://iam-lab-223333.signin.aws.amazon.com/console',
    },
    'root-mfa': { SerialNumber: `${SerialNumber}root-account-mfa-device` },
    'billing-access': {},
    'password-policy': {},
    'admin-group': { GroupName: 'Administrators' },
    'admin-user': { UserName: 'admin', AccessKeyId: expect.stringMatching(/^AKIA[A-Z2-7]{16}$/) },
    'credentials-csv': { Path: csv() },
    'root-sign-out': {},
    'admin-sign-in': { Arn: `arn:aws:iam::${accountId}:user/admin` },
    'admin-mfa': { SerialNumber: `${SerialNumber}admin` },
  })
})

test('the credentials file has the key, for its owner alone', () => {
  const [header, row] = readFileSync(csv(), 'utf8').split('\n')
  expect(header).toBe('User name,Access key ID,Secret access key,Password')
  expect(row).toMatch(/^admin,AKIA[A-Z2-7]{16},[A-Za-z0-9/+]{40},\S{20,}$/)
  expect(statSync(csv()).mode & 0o777).toBe(0o600)
})

test('a second run finds every step done already and changes nothing', () => {
  expect(jsonLines(second)).toEqual([...lab.map((_, index) => stepLine(index + 1, 'already')), summary()])
  expect({ exit: second.exit, err: second.err }).toEqual({ exit: 0, err: '' })
  // Signing in is seen: when the password was last used, and the last code.
  const still = ({ users, mfaDevices, ...tables }: typeof between) => ({
    ...tables,
    users: users!.map(([key, { passwordLastUsed: _, ...row }]) => [key, row]),
    mfaDevices: mfaDevices!.map(([key, { lastStep: _, attempts: __, ...row }]) => [key, row]),
  })
  expect(still(accountOf(home))).toEqual(still(between))
})

test('no output has a secret in it', () => {
  const shown = [
    ['run', '--sim', '--dry-run'],
    ['undo', '--sim', '--dry-run'],
  ].map(args => iamLab(home, args))
  const text = [first, second, third, ...shown].map(({ out, err }) => out + err).join('\n')
  const secrets = secretsOf(home)
  expect(secrets.length).toBeGreaterThanOrEqual(8)
  expect(secrets.filter(secret => text.includes(secret))).toEqual([])
})

test('the journal has no secret in it', () => {
  const journal = readFileSync(join(home, accountId, 'progress.jsonl'), 'utf8')
  expect(secretsOf(home).filter(secret => journal.includes(secret))).toEqual([])
})

test('undo returns the account to how it began', () => {
  const fresh = newHome()
  expect(iamLab(fresh, ['sim', 'new', 'practice']).exit).toBe(0)
  const before = accountOf(fresh)
  expect(iamLab(fresh, ['run', '--sim']).exit).toBe(0)
  expect(accountOf(fresh)).not.toEqual(before)
  const undone = iamLab(fresh, ['undo', '--sim', '--yes'])
  expect({ exit: undone.exit, err: undone.err, last: undone.out.trim().split('\n').at(-1) }).toEqual({
    exit: 0,
    err: '',
    last: 'Taken back: 8 steps.',
  })
  expect(accountOf(fresh)).toEqual(before)
  expect(Object.keys(filesBelow(fresh)).filter(path => path.endsWith('.csv'))).toEqual([])
  expect(iamLab(fresh, ['undo', '--sim', '--yes']).out).toBe('There was nothing to take back.\n')
  expect(jsonLines(iamLab(fresh, ['run', '--sim', '--json'])).at(-1).done).toBe(11)
})

test('undo without a terminal and without --yes is refused, and changes nothing', () => {
  const before = accountOf(home)
  const { exit, err } = iamLab(home, ['undo', '--sim'])
  expect({ exit, err }).toEqual({
    exit: 3,
    err: 'This needs a yes, and there is no terminal to ask on. Nothing was changed.\nAdd --yes.\n',
  })
  expect(iamLab(home, ['undo', '--sim', '--dry-run']).exit).toBe(0)
  expect(accountOf(home)).toEqual(before)
})

test('a dry run of a fresh account plans every step and writes nothing', () => {
  const fresh = newHome()
  expect(iamLab(fresh, ['sim', 'new', 'practice', '--account-id', accountId]).exit).toBe(0)
  const before = accountOf(fresh)
  const dry = iamLab(fresh, ['run', '--sim', '--dry-run', '--json'])
  expect(jsonLines(dry)).toEqual([
    ...lab.map(([id, , , calls], index) => ({
      type: 'step',
      number: index + 1,
      id,
      status: 'planned',
      evidence: 'pending',
      proof: null,
      calls: calls.map(operation => call(operation, 'planned')),
      outputs: {},
      error: null,
    })),
    {
      ...summary(),
      done: 0,
      evidence: { applied: 0, verified: 0, attested: 0 },
      identity: `arn:aws:iam::${accountId}:root`,
      csv: null,
    },
  ])
  expect(dry.exit).toBe(0)
  expect(accountOf(fresh)).toEqual(before)
  expect(Object.keys(filesBelow(fresh)).filter(path => !path.startsWith(join(fresh, 'sim')))).toEqual([])
})

test('a run goes on where the one before it stopped', () => {
  const fresh = newHome()
  const statuses = (...args: string[]) =>
    jsonLines(iamLab(fresh, ['run', '--sim', '--json', ...args])).flatMap(({ status }) => status ?? [])
  const times = (count: number, status: string) => Array.from({ length: count }, () => status)
  expect(statuses('--until', 'admin-group')).toEqual(times(6, 'done'))
  expect(statuses('--until', 'credentials-csv')).toEqual([...times(6, 'already'), ...times(2, 'done')])
  expect(statuses('--only', 'root-sign-out')).toEqual(['done'])
  expect(statuses('--only', 'admin-user,admin-sign-in')).toEqual(['already', 'done'])
  expect(statuses()).toEqual([...times(10, 'already'), 'done'])
})

test('a step that fails ends the run: the rest is pending, and the exit code says so', () => {
  const ran = iamLab(newHome(), ['run', '--sim', '--json', '--only', 'admin-user,admin-mfa'])
  const [user, mfa, end] = jsonLines(ran)
  expect(user).toEqual({
    type: 'step',
    number: 7,
    id: 'admin-user',
    status: 'failed',
    evidence: 'pending',
    proof: null,
    calls: [call('CreateUser'), call('AddUserToGroup', 'NoSuchEntity')],
    outputs: {},
    error: {
      code: 'NoSuchEntity',
      message: 'The group with name Administrators cannot be found.',
      fix: 'It is gone, or was never there. Do the step that makes it, then come back.',
    },
  })
  expect([mfa.status, mfa.calls, end.done, end.exit, ran.exit]).toEqual(['pending', [], 0, 1, 1])
})

test('answers fill in the forms', () => {
  const fresh = newHome()
  const answers = join(fresh, 'answers.json')
  writeFileSync(
    answers,
    JSON.stringify({
      'account-alias': { AccountAlias: 'my-very-own-lab' },
      'password-policy': { MinimumPasswordLength: 20, RequireSymbols: false, MaxPasswordAge: 90 },
      'admin-group': { GroupName: 'Guardians' },
      'admin-user': { UserName: 'ada', Password: 'Correct-Horse-Battery-9', PasswordResetRequired: true },
      'admin-sign-in': { NewPassword: 'Another-Horse-Battery-8' },
      'admin-mfa': { VirtualMFADeviceName: 'adas-phone' },
    }),
  )
  const ran = iamLab(fresh, ['run', '--sim', '--json', '--answers', answers])
  expect(ran.exit).toBe(0)
  const lines = jsonLines(ran)
  const { account, users, groups } = accountOf(fresh)
  expect(lines.at(-1).identity).toMatch(/:user\/ada$/)
  expect(account![0]![1].alias).toBe('my-very-own-lab')
  expect(account![0]![1].passwordPolicy).toMatchObject({
    MinimumPasswordLength: 20,
    RequireSymbols: false,
    MaxPasswordAge: 90,
  })
  expect(users![0]![1].name).toBe('ada')
  expect(users![0]![1].loginProfile.password).toBe('Another-Horse-Battery-8')
  expect(groups![0]![1].name).toBe('Guardians')
  expect(lines[10].outputs.SerialNumber).toMatch(/:mfa\/adas-phone$/)
  expect(ran.out).not.toContain('Horse')
})

test('everything that is wrong with the answers is listed at once, before anything is done', () => {
  const fresh = newHome()
  const answers = join(fresh, 'answers.json')
  writeFileSync(
    answers,
    JSON.stringify({
      'account-alias': { AccountAlias: 'No Spaces' },
      'password-policy': { MinimumPasswordLength: 5, RequireSymbols: 'yes', MaxPasswordAge: '90' },
      'admin-user': { Password: 'hunter2', Nickname: 'ada' },
      'root-mfa': { Code: '123456' },
      'admin-group': ['Guardians'],
      'make-coffee': {},
    }),
  )
  const { exit, out, err } = iamLab(fresh, ['run', '--sim', '--json', '--answers', answers])
  expect({ exit, out, err: err.split('\n') }).toEqual({
    exit: 2,
    out: '',
    err: [
      `The answers file ${answers} was not used; nothing was changed.`,
      '  password-policy.RequireSymbols: write true or false, without quotes.',
      '  password-policy.MaxPasswordAge: write a whole number, without quotes.',
      '  admin-user.Nickname: there is no such field. There are: UserName, Password, PasswordResetRequired.',
      '  root-mfa.Code: there is no such field. This step has none.',
      '  admin-group: write its fields as an object.',
      expect.stringMatching(
        /^ {2}make-coffee: there is no such step\. There are: root-sign-in, .*, admin-mfa\.$/,
      ),
      '  account-alias.AccountAlias: Only lowercase letters, digits and hyphens.',
      '  password-policy.MinimumPasswordLength: A whole number from 6 to 128.',
      expect.stringMatching(/^ {2}admin-user\.Password: The password policy wants /),
      'Put that right and run it again; iam-lab steps has the fields and their limits.',
      '',
    ],
  })
  expect(err).not.toContain('hunter2')
  expect(accountOf(fresh).users).toEqual([])
})

test('an answers file that cannot be read is said, without what is in it', () => {
  const fresh = newHome()
  const broken = join(fresh, 'broken.json')
  writeFileSync(broken, '{"admin-user": {"Password": "hunter2"')
  const ran = iamLab(fresh, ['run', '--sim', '--answers', broken])
  expect({ exit: ran.exit, err: ran.err }).toEqual({
    exit: 2,
    err: `The answers file ${broken} is not a JSON object.\nWrite it by step id and field name, such as {"account-alias": {"AccountAlias": "my-lab"}}.\n`,
  })
  const missing = iamLab(fresh, ['run', '--sim', '--answers', join(fresh, 'none.json')])
  expect({ exit: missing.exit, err: missing.err.split('\n')[0] }).toEqual({
    exit: 2,
    err: `The answers file ${join(fresh, 'none.json')} cannot be read (ENOENT).`,
  })
})

test('an account that is not the one that was named is refused', () => {
  const { exit, err } = iamLab(home, ['run', '--sim', '--yes', '--account-id', '444455556666'])
  expect({ exit, err }).toEqual({
    exit: 3,
    err: 'This is the account 111122223333, not 444455556666. Nothing was changed.\nName the other account, or the right id.\n',
  })
})

test('without --json every step is a line with its level and proof', () => {
  const { exit, out, err } = third
  expect({ exit, err }).toEqual({ exit: 0, err: '' })
  const lines = out.trimEnd().split('\n')
  expect(lines.slice(0, 11).map(line => line.replaceAll(/ +/g, ' ').trim())).toEqual(
    lab.map(([, evidence, proof], index) =>
      expect.stringMatching(new RegExp(`^✓ ${index + 1} .+ already ${evidence} ${proof}$`)),
    ),
  )
  expect(lines.slice(11)).toEqual([
    '',
    '11 of 11 done: 7 applied, 3 verified, 1 attested.',
    `Account ${accountId}, signed in as arn:aws:iam::${accountId}:user/admin.`,
    `The credentials file: ${csv()}`,
  ])
})
