import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CreateGroupCommand } from '@aws-sdk/client-iam'
import { expect, test } from 'vitest'
import { steps } from '../../src/lab/lab.ts'
import { carryOutUndo, planUndo } from '../../src/lab/run.ts'
import { valuesOf } from '../../src/lab/sitting.ts'
import { inWords, learner } from './learner.ts'
import { table } from './table.ts'

test('the table has every step of the lab, in order', () => {
  expect(table.map(({ id }) => id)).toEqual(steps.map(({ id }) => id))
})

test.each(table)('$id: fails before, holds after its own plan, then plans nothing', async row => {
  const at = steps.findIndex(({ id }) => id === row.id)
  const step = steps[at]!
  const one = await learner()
  if (at > 0) await one.reach(steps[at - 1]!.id)

  expect((await one.verify(step)).holds).toBe(false)
  expect(inWords(await one.plan(step))).toEqual(row.plan)
  await one.do(step)
  const { holds, evidence } = await one.verify(step)
  expect([holds, ...new Set(evidence.map(({ level }) => level))]).toEqual([true, row.level])
  expect(await one.plan(step)).toEqual([])
  one.close()
})

test('every step but the sign-ins fails on a fresh account where root has only signed in', async () => {
  const one = await learner()
  await one.reach('root-sign-in')
  const holding: string[] = []
  for (const step of steps.slice(1)) {
    const standing = await one.verify(step).catch(error => ({ holds: (error as Error).name }))
    if (standing.holds === true) holding.push(step.id)
  }
  expect(holding).toEqual([])
  one.close()
})

test('the whole lab is taken back in AWS’s order, and the account is as it began', async () => {
  const before = await learner()
  const began = everything(before.store)
  before.close()

  const one = await learner({ home: before.home })
  await one.reach('admin-mfa')
  one.close()

  const root = await learner({ home: before.home, as: 'root' })
  const plans = await planUndo(root.sitting, steps)
  expect(Object.fromEntries(plans.map(([step, actions]) => [step.id, inWords(actions)]))).toEqual(
    Object.fromEntries(table.map(({ id, undo }) => [id, undo])),
  )
  for await (const _ of carryOutUndo(plans, root.sitting, root.ask, steps));
  expect(everything(root.store)).toEqual(began)
  expect(inWords((await planUndo(root.sitting, steps)).flatMap(([, actions]) => actions))).toEqual([])
  root.close()
})

test('what was done under one name and again under another is all taken back', async () => {
  const one = await learner({ as: 'root' })
  const began = everything(one.store)
  const choices = [
    { group: 'Admins', user: 'ada', alias: 'first-name' },
    { group: 'Owners', user: 'bob', alias: 'second-name' },
  ]
  for (const { group, user, alias } of choices) {
    const chosen = {
      'account-alias': { AccountAlias: alias },
      'admin-group': { GroupName: group },
      'admin-user': { UserName: user },
    }
    for (const [id, values] of Object.entries(chosen))
      one.sitting.chosen.set(id, { ...valuesOf(byId(id), one.sitting, steps), ...values })
    for (const id of ['account-alias', 'admin-group', 'admin-user', 'credentials-csv', 'admin-mfa']) {
      await one.do(byId(id))
    }
  }
  expect([...one.store.data.users.keys(), ...one.store.data.groups.keys()]).toEqual([
    'ada',
    'bob',
    'admins',
    'owners',
  ])
  for await (const _ of carryOutUndo(await planUndo(one.sitting, steps), one.sitting, one.ask, steps));
  expect(everything(one.store)).toEqual(began)
  expect(readdirSync(join(one.home, one.sitting.accountId))).toEqual(['progress.jsonl'])
  one.close()
})

test('a group that was there before keeps what it had', async () => {
  const one = await learner({ as: 'root' })
  await one.sitting.account.send(new CreateGroupCommand({ GroupName: 'Administrators' }))
  const began = everything(one.store)
  await one.do(byId('admin-group'))
  for await (const _ of carryOutUndo(await planUndo(one.sitting, steps), one.sitting, one.ask, steps));
  expect(everything(one.store)).toEqual(began)
  one.close()
})

test('a secret that is lost means a new key, and the plan says so', async () => {
  const one = await learner({ as: 'root' })
  await one.do(byId('admin-group'))
  await one.do(byId('admin-user'))
  const lost = (await one.verify(byId('admin-user'))).outputs['AccessKeyId']
  one.sitting.held = {}
  const actions = await one.plan(byId('credentials-csv'))
  expect(inWords(actions)).toEqual(['DeleteAccessKey', 'CreateAccessKey', 'here write'])
  expect(actions.at(-1)).toMatchObject({
    here: `write ${one.home}/${one.sitting.accountId}/admin_accessKeys.csv (mode 0600). The secret of ${lost} was shown once and is lost, so a new key takes its place`,
  })
  await one.do(byId('credentials-csv'))
  expect((await one.verify(byId('credentials-csv'))).holds).toBe(true)
  one.close()
})

test('a password with a comma leaves its column empty, and the plan says so', async () => {
  const one = await learner({ as: 'root' })
  one.sitting.chosen.set('admin-user', { Password: 'Comma,and-"quote"-1' })
  await one.do(byId('admin-group'))
  await one.do(byId('admin-user'))
  const path = join(one.home, one.sitting.accountId, 'admin_accessKeys.csv')
  expect(await one.plan(byId('credentials-csv'))).toMatchObject([
    {
      here: `write ${path} (mode 0600). The password has a comma or a quote, which the AWS CLI cannot read: its column stays empty`,
    },
  ])
  await one.do(byId('credentials-csv'))
  expect(readFileSync(path, 'utf8')).toMatch(
    /^User name,Access key ID,Secret access key,Password\nadmin,AKIA[A-Z2-7]{16},[A-Za-z0-9+/]{40},\n$/,
  )
  one.close()
})

const byId = (id: string) => steps.find(step => step.id === id)!

/** All rows but the sessions, and without when root last signed in. */
const everything = (store: Awaited<ReturnType<typeof learner>>['store']) => {
  const { rootPasswordLastUsed: _, ...account } = store.state.account
  const { users, groups, accessKeys, mfaDevices } = store.data
  return { account, users, groups, accessKeys, mfaDevices }
}
