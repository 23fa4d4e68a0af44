import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  AddUserToGroupCommand,
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateAccountAliasCommand,
  CreateGroupCommand,
  CreateLoginProfileCommand,
  CreateUserCommand,
  DeleteGroupCommand,
  DetachGroupPolicyCommand,
  RemoveUserFromGroupCommand,
  UpdateAccountPasswordPolicyCommand,
} from '@aws-sdk/client-iam'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Send } from '../../src/lab/account.ts'
import { isReadName } from '../../src/lab/account.ts'
import { jsonLines } from '../commands/program.ts'
import { owner, type Ended, type Owner } from './owner.ts'

let at: Owner

beforeAll(async () => {
  at = await owner()
})
afterAll(() => at.close())

/** An account in which somebody has been at work before, and the owner's machine. */
const begin = async (before: (send: Send) => Promise<unknown> = async () => {}) => {
  await at.control('reset')
  await at.control('console/root-mfa')
  await before(await at.send())
  at.proxy.injure(undefined)
  return at.machine()
}

const password = 'Correct-Horse-7'
const administratorAccess = 'arn:aws:iam::aws:policy/AdministratorAccess'
const writes = () => at.proxy.seen().filter(action => /^[A-Z]/.test(action) && !isRead(action))
const isRead = (action: string) => isReadName(`iam:${action}`) || isReadName(`sts:${action}`)

/** A step's line of `run --json`. */
const lineOf = (ended: Ended, id: string) =>
  (
    jsonLines(ended) as { id?: string; status: string; error: { message: string; fix: string } | null }[]
  ).find(line => line.id === id)!

type Row = {
  what: string
  before: (send: Send) => Promise<unknown>
  step: string
  says: RegExp[]
  fix: string
}
const refused: Row[] = [
  {
    what: 'a group with members',
    before: async send => {
      await send(new CreateGroupCommand({ GroupName: 'Administrators' }))
      for (const UserName of ['ada', 'grace']) {
        await send(new CreateUserCommand({ UserName }))
        await send(new AddUserToGroupCommand({ UserName, GroupName: 'Administrators' }))
      }
    },
    step: 'admin-group',
    says: [
      /^The group Administrators is there already, and this program did not make it\./,
      /Its members: ada, grace\./,
      /They would gain AdministratorAccess: every action on every resource\.$/,
    ],
    fix: 'Administrators-2',
  },
  {
    what: 'a group of that name in another case',
    before: send => send(new CreateGroupCommand({ GroupName: 'administrators' })),
    step: 'admin-group',
    says: [/^There is a group administrators already, and names differ by more than case\./],
    fix: 'Administrators-2',
  },
  {
    what: 'a user with keys and a password',
    before: async send => {
      await send(new CreateUserCommand({ UserName: 'admin' }))
      await send(new CreateAccessKeyCommand({ UserName: 'admin' }))
      await send(new CreateLoginProfileCommand({ UserName: 'admin', Password: password }))
    },
    step: 'admin-user',
    says: [
      /^The user admin is there already, and this program did not make it\./,
      /Its access keys: AKIA[A-Z2-7]{16} \(never used\)\./,
      /It has a console password, last used: never\./,
      /It would become an administrator: every action on every resource\.$/,
    ],
    fix: 'admin-2',
  },
  {
    what: 'a user of that name in another case',
    before: send => send(new CreateUserCommand({ UserName: 'Admin' })),
    step: 'admin-user',
    says: [/^There is a user Admin already, and names differ by more than case\./],
    fix: 'admin-2',
  },
]

test.each(refused)('$what is left alone, and said what it is', async ({ before, step, says, fix }) => {
  const machine = await begin(before)
  expect(
    (
      await machine.iamLab(
        'run',
        ...machine.agreeing,
        '--attest',
        'billing-access',
        '--until',
        'password-policy',
      )
    ).exit,
  ).toBe(0)
  if (step === 'admin-user') await machine.iamLab('run', ...machine.agreeing, '--only', 'admin-group')
  const state = await at.state()
  at.proxy.injure(undefined)
  const ended = await machine.iamLab('run', ...machine.agreeing, '--only', step, '--json')
  const { status, error } = lineOf(ended, step)
  expect([ended.exit, status, writes()]).toEqual([3, 'failed', []])
  for (const said of says) expect(error!.message).toMatch(said)
  expect(error!.fix).toContain(fix)
  expect(await at.state()).toEqual(state)
})

test('under other names the lab goes through, and what was there is as it was', async () => {
  const machine = await begin(async send => {
    await send(new CreateGroupCommand({ GroupName: 'Administrators' }))
    await send(new CreateUserCommand({ UserName: 'admin' }))
    await send(new AddUserToGroupCommand({ UserName: 'admin', GroupName: 'Administrators' }))
  })
  const before = await at.state()
  const answers = join(machine.home, 'answers.json')
  writeFileSync(
    answers,
    JSON.stringify({ 'admin-group': { GroupName: 'Owners' }, 'admin-user': { UserName: 'ada' } }),
  )
  const doing = ['--attest', 'billing-access', '--answers', answers]
  expect((await machine.iamLab('run', ...machine.agreeing, ...doing)).exit).toBe(0)
  expect((await machine.iamLab('undo', ...machine.agreeing)).exit).toBe(0)
  expect(await at.state()).toEqual(before)
})

test('a user whose password would expire at once is named before the policy is set', async () => {
  const machine = await begin(async send => {
    await send(new CreateUserCommand({ UserName: 'ada' }))
    await send(new CreateLoginProfileCommand({ UserName: 'ada', Password: password }))
  })
  await at.control('clock', { advanceSeconds: 100 * 86_400 })
  const renewed = await at.machine()
  const answers = join(machine.home, 'answers.json')
  const policy = (days: number) =>
    writeFileSync(answers, JSON.stringify({ 'password-policy': { MaxPasswordAge: days, HardExpiry: true } }))
  policy(90)
  const only = ['--only', 'password-policy', '--answers', answers, '--json']
  const ended = await renewed.iamLab('run', ...renewed.agreeing, ...only)
  expect([ended.exit, lineOf(ended, 'password-policy').error!.message]).toEqual([
    3,
    'The passwords of 1 user would expire at once. Older than 90 days: ada. They could not sign in any more until an administrator gives them a new password.',
  ])
  policy(365)
  expect((await renewed.iamLab('run', ...renewed.agreeing, ...only)).exit).toBe(0)
})

type Left = { what: string; since: (send: Send) => Promise<unknown>; says: string; stays: RegExp }
const left: Left[] = [
  {
    what: 'a member that somebody else has put into the group',
    since: async send => {
      await send(new CreateUserCommand({ UserName: 'ada' }))
      await send(new AddUserToGroupCommand({ UserName: 'ada', GroupName: 'Administrators' }))
    },
    says: 'The group Administrators stays: it has other members: ada.',
    stays: /"GroupName":"Administrators"/,
  },
  {
    what: 'a key that somebody else has made for the user',
    since: send => send(new CreateAccessKeyCommand({ UserName: 'admin' })),
    says: ', which this program did not make.',
    stays: /"UserName":"admin"/,
  },
  {
    what: 'a policy that somebody else has attached to the user',
    since: send =>
      send(
        new AttachUserPolicyCommand({
          UserName: 'admin',
          PolicyArn: 'arn:aws:iam::aws:policy/IAMUserChangePassword',
        }),
      ),
    says: 'The user admin stays: it has policies: IAMUserChangePassword.',
    stays: /"UserName":"admin"/,
  },
  {
    what: 'a group that was made anew under that name',
    since: async send => {
      const group = { GroupName: 'Administrators' }
      await send(new RemoveUserFromGroupCommand({ ...group, UserName: 'admin' }))
      await send(new DetachGroupPolicyCommand({ ...group, PolicyArn: administratorAccess }))
      await send(new DeleteGroupCommand(group))
      await send(new CreateGroupCommand(group))
    },
    says: 'The group Administrators is not the one that this program made: it was made anew.',
    stays: /"GroupName":"Administrators"/,
  },
]
test.each(left)('undo leaves $what, and says so', async ({ since, says, stays }) => {
  const machine = await begin()
  expect((await machine.doLab()).exit).toBe(0)
  await since(await at.send())
  const { out } = await machine.iamLab('undo', ...machine.agreeing)
  expect(out.replaceAll(/\s+/g, ' ')).toContain(says)
  expect(JSON.stringify(await at.state())).toMatch(stays)
})

test('undo leaves an alias and a policy that were changed since', async () => {
  const machine = await begin()
  expect((await machine.doLab()).exit).toBe(0)
  const send = await at.send()
  await send(new CreateAccountAliasCommand({ AccountAlias: 'somebody-elses' }))
  await send(new UpdateAccountPasswordPolicyCommand({ MinimumPasswordLength: 20 }))
  expect((await machine.iamLab('undo', ...machine.agreeing)).exit).toBe(0)
  expect(await at.state()).toMatchObject({
    aliases: ['somebody-elses'],
    policy: { MinimumPasswordLength: 20 },
    UserDetailList: [],
    GroupDetailList: [],
  })
})

test('undo brings back the alias and the policy that were there', async () => {
  const machine = await begin(async send => {
    await send(new CreateAccountAliasCommand({ AccountAlias: `before-${at.accountId.slice(-6)}` }))
    await send(
      new UpdateAccountPasswordPolicyCommand({
        MinimumPasswordLength: 9,
        MaxPasswordAge: 400,
        RequireNumbers: true,
      }),
    )
  })
  const before = await at.state()
  expect((await machine.doLab()).exit).toBe(0)
  expect((await machine.iamLab('undo', ...machine.agreeing)).exit).toBe(0)
  expect(await at.state()).toEqual(before)
})

test('undo is refused to the user whom it would delete, and a dry run changes nothing', async () => {
  const machine = await begin()
  expect((await machine.doLab()).exit).toBe(0)
  const state = await at.state()
  const dry = await machine.iamLab('undo', '--dry-run')
  expect([dry.exit, dry.out]).toEqual([0, expect.stringContaining('aws iam delete-user --user-name admin')])
  const csv = (await machine.csv())!
  const keys = `[root]\naws_access_key_id = ${csv.accessKeyId}\naws_secret_access_key = ${csv.secretAccessKey}\n`
  writeFileSync(join(machine.home, '.aws', 'credentials'), keys)
  const { exit, err } = await machine.iamLab('undo', ...machine.agreeing)
  expect([exit, err.split('\n').slice(1).join('\n')]).toEqual([
    3,
    'You are signed in as admin, whom this would delete. Nothing was changed.\nSign in as root or as another administrator, and take it back then.\n',
  ])
  expect(await at.state()).toEqual(state)
})
