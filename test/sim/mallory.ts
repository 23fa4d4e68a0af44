import { GetMFADeviceCommand } from '@aws-sdk/client-iam'
import { AssumeRoleCommand } from '@aws-sdk/client-sts'
import { readdirSync } from 'node:fs'
import { actionName, operationOf } from '../../src/lab/account.ts'
import { resourcesOf } from '../../src/sim/authorize/resources.ts'
import { callerOf } from '../../src/sim/caller.ts'
import type { State } from '../../src/sim/state.ts'
import type { Case, CaseCall } from './case.ts'
import { roleNamed } from './rows.ts'
import { addAccessKey, addUser, simulated, type Clients } from './simulated.ts'

const folder = new URL('./cases/', import.meta.url)
const cases: Case[] = (
  await Promise.all(
    readdirSync(folder).map(async file => (await import(new URL(file, folder).href)).default as Case[]),
  )
).flat()

/** Needs no permission, so that no policy has a say. */
export const unauthorized = new Set(['sts:GetCallerIdentity', 'sts:GetSessionToken'])

export type Policies = { inline: Record<string, string>; permissionsBoundary?: string }

/** A call that mallory makes: the actions and resources it is about, and whether it got past the permission. */
export type Tried = { action: string; actions: string[]; arns: string[]; root: Clients; met: boolean }

/** Makes the call of a case as mallory, a user with these policies, once root has set the case up; undefined where it cannot be tried. */
export const tryAsMallory = async (
  { rows, given = [], call }: Case,
  policies: (action: string, arns: string[]) => Policies,
): Promise<Tried | undefined> => {
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
  const row = { ...store.state.users.get('mallory')!, ...policies(action, arns) }
  store.transact(state => state.users.put('mallory', row))
  const met = await send(mallory)(command).then(
    () => true,
    error => !/ is not authorized to perform: /.test(error.message),
  )
  // What the call changed is no matter: mallory has the policies still.
  store.transact(state => state.users.put('mallory', row))
  return { action, actions, arns, root, met }
}

/** A role's trust policy is no part of what is simulated: these trust the account, and leave it to the caller's policies. */
const trustsTheAccount = (state: State, arn: string): boolean =>
  [...state.roles.values()].some(
    ({ trust, path, name }) => arn.endsWith(`:role${path}${name}`) && trust === roleNamed('').trust,
  )

/** What an operation itself answers, after the permission was looked at. */
const later = new Set(['NoSuchEntity', 'EntityAlreadyExists', 'DeleteConflict', 'LimitExceeded'])

/** The cases that get past the permission. */
export const trying = cases.filter(
  ({ expect, call }) =>
    'output' in expect ||
    later.has(expect.code) ||
    (call instanceof GetMFADeviceCommand && call.input.SerialNumber !== undefined),
)
