import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { operationOf, type ApiCall, type Credentials } from '../../src/lab/account.ts'
import { serve, type Served } from '../../src/sim/server.ts'
import { services } from '../../src/sim/services.ts'
import type { Exchange } from '../../src/sim/simulator.ts'
import { plain, type Case, type CaseCall } from './case.ts'
import type { Owner, State } from '../../src/sim/state.ts'
import { addAccessKey, addSession, clientsOf, simulated, type Clients, type Simulated } from './simulated.ts'

const folder = new URL('./cases/', import.meta.url)
const files = readdirSync(folder).map(file => file.replace('.ts', ''))
const tables: [operation: string, cases: Case[]][] = await Promise.all(
  files.map(async file => [file, (await import(new URL(`${file}.ts`, folder).href)).default]),
)
const cases = tables.flatMap(([operation, rows]) => rows.map(row => [operation, row.name, row] as const))

/** Who is answering over HTTP at the moment: one socket for the whole table. */
let current: Exchange
let served: Served
beforeAll(async () => {
  served = await serve(request => current(request))
})
afterAll(() => served.close())

const sendWith =
  (clients: Clients) =>
  (call: ApiCall<any>): Promise<any> =>
    (clients[operationOf(call)[0] as keyof Clients] as { send: (call: any) => Promise<any> }).send(call)

const errorOf = (error: any) => ({
  code: error.Code ?? error.name,
  status: error.$metadata.httpStatusCode,
  message: error.message,
})

/** What came of a case: the result of its call, what is seen afterwards, and no bug. */
const run = async (row: Case, overHttp: boolean) => {
  const { rows, given = [], later = 0, call, afterwards } = row
  const bugs: unknown[] = []
  const { store, exchange, rootCredentials } = simulated({ onBug: error => bugs.push(error) })
  current = exchange
  const sendAs = (credentials: Credentials) =>
    sendWith(clientsOf(overHttp ? served.endpoint : exchange, credentials))
  const outputs: any[] = []
  const made = (one: CaseCall) => (typeof one === 'function' ? one(outputs) : one)
  const asRoot = sendAs(rootCredentials)
  const setClock = (clockAheadSeconds: number) =>
    store.transact(state => state.setAccount({ clockAheadSeconds }))
  if (rows) store.transact(rows)
  setClock(-later)
  for (const one of given) outputs.push(await asRoot(made(one)))
  setClock(0)
  const send = sendAs(credentialsOf(store, row) ?? rootCredentials)
  const result = await send(made(call)).then(output => {
    outputs.push(output)
    return { output: plain(output) }
  }, errorOf)
  const seen = afterwards && plain(await asRoot(made(afterwards.call)))
  return { result, seen, bugs }
}

const expected = (row: Case) => ({ result: row.expect, seen: row.afterwards?.output, bugs: [] })

/** What the call of a case is signed with; undefined for root's own session. */
const credentialsOf = (store: Simulated['store'], { as, signedWith }: Case): Credentials | undefined => {
  if (as === undefined && signedWith === undefined) return undefined
  const owner = ownerOf(store.state, as)
  return signedWith === 'a long-term key'
    ? addAccessKey(store, { owner })
    : addSession(store, {
        id: 'ASIAI44QH8DHBEXAMPLE',
        owner,
        mfa: signedWith === 'a session with MFA',
        kind: signedWith === 'temporary credentials' ? 'session-token' : 'console',
      })
}

const ownerOf = ({ users }: State, name: string | undefined): Owner =>
  name === undefined ? { type: 'root' } : { type: 'user', userId: users.get(name.toLowerCase())!.id }

test.each(cases)('%s, in process: %s', async (_, __, row) => {
  expect(await run(row, false)).toEqual(expected(row))
})

test.each(cases)('%s, over HTTP: %s', async (_, __, row) => {
  expect(await run(row, true)).toEqual(expected(row))
})

test('every operation has cases', () => {
  const named = new Set(files.map(file => file.replaceAll('-', '')))
  const all = Object.values(services).flatMap(({ operations }) => Object.keys(operations))
  expect(all.filter(name => !named.has(name.toLowerCase()))).toEqual([])
})
