import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commands } from '../../src/commands/commands.ts'
import { homeFolder } from '../../src/commands/home.ts'
import { steps } from '../../src/lab/lab.ts'
import { newHome } from '../home.ts'
import { accountOf, filesBelow, iamLab, main, tablesOf } from './program.ts'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

test('--version is the version', () => {
  expect(iamLab(newHome(), ['--version'])).toEqual({ exit: 0, out: `${version}\n`, err: '' })
})

test.each(commands.map(command => [command.words, command] as const))(
  'iam-lab %s --help names its options',
  (words, command) => {
    const { exit, out, err } = iamLab(newHome(), [...words.split(' ').filter(word => word !== ''), '--help'])
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(Object.keys(command.options).filter(name => !out.includes(`--${name}`))).toEqual([])
    expect(out.split('\n').filter(line => line.length > 100)).toEqual([])
  },
)

test('the overall help names every command', () => {
  const { out } = iamLab(newHome(), ['--help'])
  expect(commands.filter(({ words }) => !out.includes(`\n  ${words}`)).map(({ words }) => words)).toEqual([])
})

/** What is typed without a terminal, and how it ends: the exit code, and the two lines that say why. */
const endings: [args: string, exit: number, what: string, fix: string][] = [
  ['--frob', 2, 'There is no option --frob.', 'See iam-lab --help.'],
  ['frob', 2, 'There is no command iam-lab frob.', 'See iam-lab --help.'],
  [
    '--sim',
    2,
    'The full screen needs a terminal, and there is none here.',
    'Use iam-lab run --sim, or iam-lab --sim --plain for lines of text.',
  ],
  [
    '',
    2,
    'The full screen needs a terminal, and there is none here.',
    'Use iam-lab run --sim, or iam-lab --sim --plain for lines of text.',
  ],
  [
    '--live',
    2,
    'The full screen needs a terminal, and there is none here.',
    'Use iam-lab run --live, or iam-lab --live --plain for lines of text.',
  ],
  [
    'run --live --json',
    3,
    'No AWS credentials were found.',
    'Sign in with the AWS CLI (2.32 or later; no root key is needed): aws login --profile root, then iam-lab --live --profile root',
  ],
  [
    'run --live --yes',
    2,
    'In a real account --yes needs to know which one you mean.',
    'Add --account-id and its twelve digits. Nothing was sent.',
  ],
  [
    'run --live --account practice',
    2,
    '--account goes with --sim alone.',
    'Take it away, or name the other account.',
  ],
  [
    'run --sim --profile root',
    2,
    '--profile goes with --live alone.',
    'Take it away, or name the other account.',
  ],
  [
    'run --sim --account nobody',
    2,
    'There is no practice account "nobody".',
    'Make it: iam-lab sim new nobody. Those there are: iam-lab sim list',
  ],
  [
    'sim reset',
    3,
    'This needs a yes, and there is no terminal to ask on. Nothing was changed.',
    'Add --yes.',
  ],
]

test.each(endings)('iam-lab %s ends with %i', (args, exit, what, fix) => {
  const ran = iamLab(
    newHome(),
    args.split(' ').filter(arg => arg !== ''),
  )
  expect(ran).toEqual({ exit, out: '', err: `${what}\n${fix}\n` })
})

test('a stack trace is shown with --debug alone', () => {
  const { err } = iamLab(newHome(), ['frob', '--debug'])
  expect(err).toMatch(/^There is no command iam-lab frob\.\nSee iam-lab --help\.\n.*\n +at /)
})

test('an account that is open in another process is out of reach', async () => {
  const home = newHome()
  const { child, prompted } = waiting(home)
  await prompted
  const { exit, err } = iamLab(home, ['run', '--sim'])
  expect({ exit, lines: err.trimEnd().split('\n').length }).toEqual({ exit: 4, lines: 2 })
  expect(err).toContain(`process ${child.pid}.\n`)
  child.kill('SIGKILL')
})

test('an interruption ends with 130 and lets go of the account', async () => {
  const home = newHome()
  const { child, prompted } = waiting(home)
  await prompted
  child.kill('SIGINT')
  expect(await new Promise(resolve => child.on('exit', (...ended) => resolve(ended)))).toEqual([130, null])
  expect(existsSync(join(home, 'sim', 'practice', 'db.lock'))).toBe(false)
})

/** The lab in lines of text, waiting for its first answer. */
const waiting = (home: string) => {
  const child = spawn(process.execPath, [main, '--sim', '--plain'], { env: { IAM_LAB_HOME: home } })
  const prompted = new Promise<void>(resolve => {
    let shown = ''
    child.stdout.on('data', (bytes: Buffer) => {
      shown += bytes.toString()
      if (shown.includes('Press Enter to do it.')) resolve()
    })
  })
  return { child, prompted }
}

test('a pipe that closes early is no error', async () => {
  const child = spawn(process.execPath, [main, 'steps'])
  child.stdout.destroy()
  let err = ''
  child.stderr.on('data', (bytes: Buffer) => void (err += bytes.toString()))
  expect(await new Promise(resolve => child.on('close', resolve))).toBe(0)
  expect(err).toBe('')
})

test('steps --json has every step and field, with defaults that an answers file could have', () => {
  const { exit, out } = iamLab(newHome(), ['steps', '--json'])
  const listed = JSON.parse(out) as { steps: any[] }
  expect(exit).toBe(0)
  expect(
    listed.steps.map(({ number, id, fields }) => [number, id, fields.map(({ name }: any) => name)]),
  ).toEqual(steps.map(({ id, fields }, index) => [index + 1, id, Object.keys(fields)]))
  const [, , , , policy, group] = listed.steps
  expect(group).toEqual({
    number: 6,
    id: 'admin-group',
    title: steps[5]!.title,
    why: steps[5]!.why,
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id.html',
    level: 'applied',
    fields: [
      {
        name: 'GroupName',
        label: 'Group name',
        type: 'text',
        default: 'Administrators',
        limits: steps[5]!.fields['GroupName']!.limits,
        optional: false,
        min: null,
        max: null,
      },
    ],
  })
  expect(
    policy.fields.map(({ name, default: value, optional, min, max }: any) => [
      name,
      value,
      optional,
      min,
      max,
    ]),
  ).toEqual([
    ['MinimumPasswordLength', 14, false, 6, 128],
    ['RequireUppercaseCharacters', true, false, null, null],
    ['RequireLowercaseCharacters', true, false, null, null],
    ['RequireNumbers', true, false, null, null],
    ['RequireSymbols', true, false, null, null],
    ['PasswordReusePrevention', 24, true, 1, 24],
    ['AllowUsersToChangePassword', true, false, null, null],
    ['MaxPasswordAge', null, true, 1, 1095],
    ['HardExpiry', false, false, null, null],
  ])
})

test('steps without --json names every field and its limits', () => {
  const { out } = iamLab(newHome(), ['steps'])
  const limits = steps.flatMap(({ fields }) =>
    Object.entries(fields).map(([name, field]) => [name, field.limits] as const),
  )
  expect(limits.filter(([name, text]) => !out.includes(`   ${name} (`) || !out.includes(text))).toEqual([])
})

test('practice accounts are made, listed and emptied', () => {
  const home = newHome()
  expect(iamLab(home, ['sim', 'list']).out).toBe(
    'There is no practice account yet. iam-lab --sim makes one.\n',
  )
  expect(iamLab(home, ['sim', 'new', 'class-1', '--account-id', '111122223333'])).toEqual({
    exit: 0,
    out: 'The practice account class-1 has the account id 111122223333. Open it: iam-lab --sim --account class-1\n',
    err: '',
  })
  expect(iamLab(home, ['sim', 'new', 'class-1']).exit).toBe(2)
  expect(iamLab(home, ['sim', 'list']).out).toBe('class-1\n')
  const { sessions: _, events: __, account, ...empty } = tablesOf(home, 'class-1')
  expect(iamLab(home, ['run', '--sim', '--account', 'class-1']).exit).toBe(0)
  expect(iamLab(home, ['sim', 'list']).out).toBe('class-1\n')
  expect(iamLab(home, ['sim', 'reset', '--account', 'class-1', '--yes'])).toEqual({
    exit: 0,
    out: 'The practice account class-1 (111122223333) is as it was on its first day.\n',
    err: '',
  })
  const { account: facts, ...after } = accountOf(home, 'class-1')
  expect(after).toEqual(empty)
  expect(facts![0]![1]).toEqual({
    ...account![0]![1],
    createdAt: expect.any(String),
    rootPassword: expect.any(String),
  })
  expect(Object.keys(filesBelow(home)).filter(path => !path.startsWith(join(home, 'sim')))).toEqual([])
})

test('the whole lab in lines of text, by Enter alone', () => {
  const home = newHome()
  const { exit, out, err } = iamLab(home, ['--sim', '--plain'], { input: '\n'.repeat(60) })
  expect({ exit, err }).toEqual({ exit: 0, err: '' })
  expect(out.trimEnd().split('\n').at(-1)).toBe('All steps are done.')
  // oxlint-disable-next-line no-control-regex -- no cursor is moved and nothing is coloured
  expect(out).not.toMatch(/\u001B/)
  expect(out.match(/Done: (verified|applied|attested), shown by /g)).toHaveLength(11)
})

test('the lab in lines of text says what is wrong, gives hints, and ends with the input', () => {
  const input = ['', '', '', 'No Spaces', '?', 'my-own-lab', ''].map(line => `${line}\n`).join('')
  const { exit, out, err } = iamLab(newHome(), ['--sim', '--plain'], { input })
  expect(out).toContain(': Only lowercase letters, digits and hyphens.\n')
  expect(out).toContain(steps[1]!.hints[0])
  expect(out).toContain('Will do: aws iam create-account-alias --account-alias my-own-lab\n')
  expect({ exit, err }).toEqual({
    exit: 1,
    err: 'The input has ended before the lab has.\nStart it again: it goes on at this step.\n',
  })
})

/** What decides where state is kept, and where that is. */
const homes: [asked: string | undefined, env: Record<string, string>, platform: string, folder: RegExp][] = [
  ['/asked', { IAM_LAB_HOME: '/env' }, 'linux', /^\/asked$/],
  [undefined, { IAM_LAB_HOME: '/env' }, 'linux', /^\/env$/],
  [undefined, { XDG_DATA_HOME: '/data' }, 'linux', /^\/data\/iam-lab$/],
  [undefined, { XDG_DATA_HOME: 'relative' }, 'linux', /\/\.local\/share\/iam-lab$/],
  [undefined, { XDG_DATA_HOME: '/data' }, 'darwin', /\/Library\/Application Support\/iam-lab$/],
]

test.each(homes)('with --home %s and %o on %s state is kept in %s', (asked, env, platform, folder) => {
  expect(homeFolder(asked, env, platform)).toMatch(folder)
})
