import { GetMFADeviceCommand, SimulatePrincipalPolicyCommand } from '@aws-sdk/client-iam'
import { AssumeRoleCommand } from '@aws-sdk/client-sts'
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { actionName, operationOf } from '../../src/lab/account.ts'
import { resourcesOf } from '../../src/sim/authorize/resources.ts'
import { callerOf } from '../../src/sim/caller.ts'
import { services } from '../../src/sim/services.ts'
import type { State } from '../../src/sim/state.ts'
import type { Case, CaseCall } from './case.ts'
import { roleNamed } from './rows.ts'
import { addAccessKey, addUser, simulated, type Clients } from './simulated.ts'

/*
 * The policy simulator says beforehand what a call then meets: for every operation, the cases that get past the permission are asked about and called as
 * mallory, whose policies are these in turn. Root sets each case up and asks.
 */

const folder = new URL('./cases/', import.meta.url)
const tables: Case[] = (
  await Promise.all(
    readdirSync(folder).map(async file => (await import(new URL(file, folder).href)).default as Case[]),
  )
).flat()

/** Needs no permission, so that no policy has a say. */
const unauthorized = new Set(['sts:GetCallerIdentity', 'sts:GetSessionToken'])

type Policies = { inline: Record<string, string>; permissionsBoundary?: string }
const policy = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement })
const allow = (Action: string, Resource: string | string[] = '*', Condition = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  Condition,
})

/** Mallory's policies, for an action on resources. */
const variants: Record<string, (action: string, arns: string[]) => Policies> = {
  nothing: () => ({ inline: {} }),
  'the action on everything': action => ({ inline: { one: policy(allow(action)) } }),
  'the action on the first resource': (action, [arn]) => ({ inline: { one: policy(allow(action, arn)) } }),
  'the action on something else': action => ({
    inline: { one: policy(allow(action, 'arn:aws:iam::111122223333:user/nobody-else')) },
  }),
  'everything but the action': action => ({
    inline: { one: policy(allow('*'), { ...allow(action), Effect: 'Deny' }) },
  }),
  'everything, with MFA': () => ({
    inline: { one: policy(allow('*', '*', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } })) },
  }),
  'everything, to themselves alone': () => ({
    inline: { one: policy(allow('*', '*', { StringEquals: { 'aws:username': 'mallory' } })) },
  }),
  'everything within a boundary': () => ({
    inline: { one: policy(allow('*')) },
    permissionsBoundary: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess',
  }),
}

/** What the simulator says and what the call meets; undefined where the case cannot be tried. */
const both = async ({ rows, given = [], call }: Case, variant: keyof typeof variants) => {
  const { store, root, as } = simulated()
  const send = (clients: Clients) => (call: any) =>
    (clients[operationOf(call)[0] as keyof Clients] as { send: (call: any) => Promise<any> }).send(call)
  const outputs: any[] = []
  const made = (one: CaseCall) => (typeof one === 'function' ? one(outputs) : one)
  if (rows) store.transact(rows)
  for (const one of given) outputs.push(await send(root)(made(one)))
  const owner = addUser(store, { name: 'mallory' })
  const mallory = as(addAccessKey(store, { owner, id: 'AKIAI44QH8DHBEXAMPLE' }))
  const command = made(call)
  const action = actionName(command)
  if (command instanceof AssumeRoleCommand && !trustsTheAccount(store.state, command.input.RoleArn!))
    return undefined
  const caller = callerOf(store.state, owner, 'AKIAI44QH8DHBEXAMPLE')
  const about = resourcesOf(action, command.input, caller, store.state)
  const arns = [...new Set(about.map(({ arn }) => arn))]
  const actions = [...new Set(about.map(about => about.action ?? action))]
  store.transact(state =>
    state.users.put('mallory', {
      ...state.users.get('mallory')!,
      ...variants[variant]!(action, arns),
    }),
  )
  const { EvaluationResults } = await root.iam.send(
    new SimulatePrincipalPolicyCommand({
      PolicySourceArn: 'arn:aws:iam::111122223333:user/mallory',
      ActionNames: actions,
      ResourceArns: arns,
    }),
  )
  const said = EvaluationResults!.every(({ EvalDecision }) => EvalDecision === 'allowed')
  const met = await send(mallory)(command).then(
    () => true,
    error => !/ is not authorized to perform: /.test(error.message),
  )
  return { action, said, met }
}

/** A role's trust policy is no part of what is simulated: these trust the account, and leave it to the caller's policies. */
const trustsTheAccount = (state: State, arn: string): boolean =>
  [...state.roles.values()].some(
    ({ trust, path, name }) => arn.endsWith(`:role${path}${name}`) && trust === roleNamed('').trust,
  )

/** What an operation itself answers, after the permission was looked at. */
const later = new Set(['NoSuchEntity', 'EntityAlreadyExists', 'DeleteConflict', 'LimitExceeded'])
const trying = tables.filter(
  ({ expect, call }) =>
    'output' in expect ||
    later.has(expect.code) ||
    (call instanceof GetMFADeviceCommand && call.input.SerialNumber !== undefined),
)

test.each(Object.keys(variants))('the simulation agrees with the call: %s', async variant => {
  const wrong: object[] = []
  const seen = new Set<boolean>()
  for (const row of trying) {
    const result = await both(row, variant)
    if (result === undefined || unauthorized.has(result.action)) continue
    const { action, said, met } = result
    seen.add(met)
    if (said !== met) wrong.push({ case: row.name, action, said, met })
  }
  expect(wrong).toEqual([])
  expect(seen.size).toBeGreaterThan(0)
})

test('every operation that needs permission is among them', async () => {
  const tried = new Set<string>()
  for (const row of trying) tried.add((await both(row, 'nothing'))?.action ?? '')
  const all = Object.entries(services).flatMap(([service, { operations }]) =>
    Object.keys(operations).map(name => `${service}:${name}`),
  )
  expect(all.filter(action => !tried.has(action) && !unauthorized.has(action))).toEqual([])
})
