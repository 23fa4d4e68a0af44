import { AccountClient } from '@aws-sdk/client-account'
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail'
import { IAMClient } from '@aws-sdk/client-iam'
import { STSClient } from '@aws-sdk/client-sts'
import type { Credentials } from '../../src/lab/account.ts'
import { createSimulator, requestHandler, type Exchange } from '../../src/sim/simulator.ts'
import type { AccountFacts, AccessKeyRow, Owner, SessionRow, Store } from '../../src/sim/state.ts'
import { openMemoryStore } from '../../src/sim/store.ts'

export type Clients = {
  iam: IAMClient
  sts: STSClient
  account: AccountClient
  cloudtrail: CloudTrailClient
}
export type Simulated = {
  store: Store
  exchange: Exchange
  /** Clients of a root console session. */
  root: Clients
  /** Clients with other credentials. */
  as: (credentials: Credentials) => Clients
  rootCredentials: Credentials
}

/** A simulated account in memory with SDK clients on it. A bug in an operation is printed. */
export const simulated = (
  options: Parameters<typeof createSimulator>[1] & { facts?: AccountFacts } = {},
): Simulated => {
  const { facts, onBug = console.error, ...others } = options
  const store = openMemoryStore(facts)
  const exchange = createSimulator(store, { onBug, ...others })
  const as = (credentials: Credentials) => clientsOf(exchange, credentials)
  const rootCredentials = addSession(store, { owner: { type: 'root' } })
  return { store, exchange, as, rootCredentials, root: as(rootCredentials) }
}

/** Clients that call `exchange` in process, or an endpoint over HTTP. They do not retry. */
export const clientsOf = (target: Exchange | string, credentials: Credentials): Clients => {
  const config = {
    region: 'us-east-1',
    credentials,
    maxAttempts: 1,
    ...(typeof target === 'string' ? { endpoint: target } : { requestHandler: requestHandler(target) }),
  }
  return {
    iam: new IAMClient(config),
    sts: new STSClient(config),
    account: new AccountClient(config),
    cloudtrail: new CloudTrailClient(config),
  }
}

/** Puts a session into the store, a root console session of the next twelve hours unless the row says otherwise. */
export const addSession = (store: Store, row: Partial<SessionRow> & { owner: Owner }): Credentials => {
  const { clockAheadSeconds } = store.state.account
  const session: SessionRow = {
    id: 'ASIAIOSFODNN7EXAMPLE',
    secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    token: 'AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQW',
    mfa: false,
    kind: 'console',
    issuedAt: new Date().toISOString(),
    expiresAt: new Date(Date.now() + (clockAheadSeconds + 12 * 3600) * 1000).toISOString(),
    ...row,
  }
  store.transact(state => state.sessions.put(session.id, session))
  return { accessKeyId: session.id, secretAccessKey: session.secret, sessionToken: session.token }
}

/** Puts a long-term access key into the store, active unless the row says otherwise. */
export const addAccessKey = (store: Store, row: Partial<AccessKeyRow> & { owner: Owner }): Credentials => {
  const key: AccessKeyRow = {
    id: 'AKIAIOSFODNN7EXAMPLE',
    secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    status: 'Active',
    createdAt: '2026-01-01T00:00:00Z',
    ...row,
  }
  store.transact(state => state.accessKeys.put(key.id, key))
  return { accessKeyId: key.id, secretAccessKey: key.secret }
}

/** Puts a user into the store, in no group and with nothing attached unless the row says otherwise. */
export const addUser = (
  store: Store,
  row: Partial<Parameters<Store['state']['users']['put']>[1]> & { name: string },
): Owner => {
  const id =
    row.id ??
    `AIDA${row.name
      .toUpperCase()
      .replaceAll(/[^A-Z2-7]/g, '2')
      .padEnd(17, 'A')
      .slice(0, 17)}`
  store.transact(state =>
    state.users.put(row.name.toLowerCase(), {
      id,
      path: '/',
      createdAt: '2026-01-01T00:00:00Z',
      tags: [],
      groups: [],
      attached: [],
      inline: {},
      accessKeys: [],
      mfaDevices: [],
      ...row,
    }),
  )
  return { type: 'user', userId: id }
}
