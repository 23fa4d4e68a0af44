import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { steps } from '../../src/lab/lab.ts'
import { codeOf, timeStep } from '../../src/lab/mfa.ts'
import { start, type Program } from '../e2e/pty.ts'
import { doStep, openLab } from '../e2e/session.ts'
import { owner, type Owner } from './owner.ts'

const size = { columns: 120, rows: 40 }
let at: Owner

beforeAll(async () => {
  at = await owner()
})
afterAll(() => at.close())

/** The program in a terminal, at a fresh account that counts as a real one. */
const sitDown = async () => {
  await at.control('reset')
  at.proxy.injure(undefined)
  const machine = await at.machine()
  const open = () =>
    start(['--live', '--profile', 'root', '--endpoint-url', at.proxy.endpoint], {
      ...size,
      home: machine.home,
      env: { IAM_LAB_HOME: join(machine.home, 'lab') },
    })
  return { machine, open }
}

/** What is shown beside the list of steps, without what differs from one account and one time to another. */
const pane = (frame: string): string[] =>
  frame
    .split('\n')
    .flatMap(line => (/^[^│].*│/.test(line) ? [line.split('│').slice(1).join('│').trim()] : []))
    .map(line =>
      line
        .replaceAll(/\b\d{12}\b|iam-lab-\d{6}/g, '#')
        .replaceAll(/AKIA\w{16}/g, 'AKIA')
        .replaceAll(/\d{4}-\d\d-\d\d[\d:. TZ]*/g, 'then'),
    )
    .filter(line => line !== '')

/** From the text of the step that is open to its evidence: the panes of its plan and of its end. */
const doByCalls = async (program: Program, consented?: string) => {
  await program.press('enter')
  const plan = pane(await program.until('Enter do this'))
  await program.press('enter')
  if (consented !== undefined) {
    await program.until('This changes the account')
    await program.type(consented)
    await program.press('enter')
  }
  return { plan, end: pane(await program.until('Enter next step')) }
}

test('the whole lab on a real account: the same panes as in the simulator, and nothing secret is left on the screen', async () => {
  const { machine, open } = await sitDown()
  const program = open()
  const { press, until, type } = program
  const live: Record<string, unknown> = {}
  const next = async () => {
    await press('enter')
    await until('Enter plan')
  }

  // Credentials in a profile are a sign-in: it begins at the second step.
  await until('IAM users sign in at an address')
  live['account-alias'] = await doByCalls(program, at.accountId)
  await next()

  await press('enter')
  await until('Enter do this')
  await press('enter')
  await until('Enter look now')
  await press('enter')
  await until('Watching the account: AccountMFAEnabled = 0')
  await at.control('console/root-mfa')
  await press('enter')
  await until('Enter next step')
  await next()

  await press('enter')
  await until('Enter do this')
  await press('enter')
  await until('Enter I have done it')
  await press('enter')
  await until('attested  IAM users and roles may see billing')
  await until('Enter next step')
  for (const id of ['password-policy', 'admin-group', 'admin-user']) {
    await next()
    live[id] = await doByCalls(program)
  }

  await next()
  await press('enter')
  await until('Enter do this')
  await press('enter')
  await until('Give the key to the AWS CLI')
  await type('root')
  await press('enter')
  await until('There is a profile root already, and it is left alone.')
  await press('tab', 'end')
  await type('-admin')
  await press('enter')
  await until('Enter next step')
  expect(readFileSync(join(machine.home, '.aws', 'credentials'), 'utf8')).toContain('[root-admin]')

  for (const shown of ['Keep the browser window in which you are root', 'in a private window']) {
    await next()
    await press('enter')
    await until('Enter do this')
    await press('enter')
    await until(shown)
    await press('enter')
    await until('Enter next step')
  }

  await next()
  await press('enter')
  await until('Enter do this')
  await press('enter')
  const shown = await until('No camera?')
  const seed = [...shown.matchAll(/\b[A-Z2-7]{4}\b/g)].map(([four]) => four).join('')
  const code = (ago: number) => codeOf(seed, timeStep(Date.now()) - ago)
  await press('enter')
  await until('MFA code 2')
  await type((await code(2)) + (await code(1)))
  await press('enter')
  await until('Try the device')
  await type(await code(0))
  await press('enter')
  await until('11 of 11')

  await press('x')
  await until('Delete the credentials file?')
  await press('enter')
  await until('is deleted.')
  expect(await machine.csv()).toBeUndefined()
  await press('q')
  expect(await program.exited).toEqual({ exitCode: 0 })

  // What is known of the key is in the profile, and the step still holds.
  const again = open()
  await again.until('10. Sign in as the admin')
  await doStep(again, 'root-sign-out')
  await again.until('11 of 11')
  await again.press('q')
  await again.exited

  const simulated = await openLab(size)
  const sim: Record<string, unknown> = {}
  for (const { id } of steps.slice(0, 7)) {
    if (id in live) sim[id] = await doByCalls(simulated.program)
    else await doStep(simulated.program, id)
    await simulated.program.press('enter')
    await simulated.program.until('Enter plan')
  }
  expect(live).toEqual(sim)

  const profile = readFileSync(join(machine.home, '.aws', 'credentials'), 'utf8')
  const secrets = [...profile.matchAll(/aws_secret_access_key = (\S+)/g)].map(([, secret]) => secret!)
  expect(secrets).toHaveLength(2)
  expect(secrets.filter(secret => program.written().includes(secret))).toEqual([])
})

const leavings: [how: string, leave: (program: Program) => Promise<void> | void][] = [
  ['Ctrl-C', ({ press }) => press('ctrl-c')],
  ['a closed terminal', ({ kill }) => kill('SIGHUP')],
  ['SIGTERM', ({ kill }) => kill('SIGTERM')],
]
const moments: [where: string, reach: (program: Program) => Promise<unknown>][] = [
  ['at the first page', () => Promise.resolve()],
  [
    'at the plan',
    async ({ press, until }) => {
      await press('enter')
      await until('Enter do this')
    },
  ],
  [
    'where the account is to be typed',
    async ({ press, until, type }) => {
      await press('enter')
      await until('Enter do this')
      await press('enter')
      await until('This changes the account')
      await type(at.accountId)
      await until(at.accountId)
    },
  ],
]
test.each(
  leavings.flatMap(([how, leave]) => moments.map(([where, reach]) => ({ how, where, leave, reach }))),
)(
  '$how $where changes nothing, gives the terminal back, and the next one opens',
  async ({ leave, reach }) => {
    const { open } = await sitDown()
    const before = await at.state()
    const program = open()
    await program.until('IAM users sign in at an address')
    await reach(program)
    await leave(program)
    await program.exited
    expect([program.alternate(), program.cursor().visible]).toEqual([false, true])
    expect(await at.state()).toEqual(before)
    const next = open()
    await next.until('IAM users sign in at an address')
  },
)

test('another account’s id is not taken, and nothing is sent', async () => {
  const { open } = await sitDown()
  const before = await at.state()
  const program = open()
  await program.until('IAM users sign in at an address')
  await program.press('enter')
  await program.until('Enter do this')
  await program.press('enter')
  await program.until('This changes the account')
  for (const wrong of ['111122223333', '']) {
    await program.type(wrong)
    await program.press('enter')
    await program.until('That is not it. Type the account id')
    await program.press('ctrl-u')
  }
  expect(await at.state()).toEqual(before)
})

test('a session that ends in the middle is asked for anew, and it goes on at the same call', async () => {
  const { machine, open } = await sitDown()
  const program = open()
  const { press, until } = program
  await until('IAM users sign in at an address')
  await doByCalls(program, at.accountId)
  await press('down', 'down', 'down')
  await until('A short password is guessed')
  await press('enter')
  await until('Enter do this')
  await at.control('clock', { advanceSeconds: 13 * 3600 })
  await press('enter')
  await until('Your session has ended')
  await press('enter')
  await until('There is no fresh session of the same identity yet.')
  await machine.signInAgain()
  await press('enter')
  expect(await until('applied   The whole password policy is as planned')).toContain('3 of 11')
  expect(await at.state()).toMatchObject({ policy: { MinimumPasswordLength: 14 } })
})
