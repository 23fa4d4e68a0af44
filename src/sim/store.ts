import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { LowSync } from 'lowdb'
import { freshAccount } from './fresh-account.ts'
import { makeFolder, openJournal } from './journal.ts'
import { Locked, takeLock } from '../lock.ts'
import { applyChange, emptyData } from './snapshot.ts'
import { failure, StoreError, StoreInUse } from './store-error.ts'
import type { AccountFacts, Change, EventRow, Data, Rows, State, Store, Table, TableName } from './state.ts'

/** A store that forgets everything with the process. Without facts: account 111122223333, the same at every call. */
export const openMemoryStore = (
  facts: AccountFacts = freshAccount({
    id: '111122223333',
    now: new Date('2026-01-01T00:00:00Z'),
    random: () => 0,
  }),
): Store => ({ ...openTables(emptyData(facts), () => {}), close: () => {} })

/**
 * The account kept in `dir`; a new one, with the facts that `create` gives, when there is none.
 * `notice` says what could not be read and was kept aside. Throws a `StoreError` when another process has the account or the disk refuses.
 */
export const openStore = (
  dir: string,
  {
    now,
    create = () => freshAccount({ now: now() }),
  }: { now: () => Date; create?: (() => AccountFacts) | undefined },
): { store: Store; notice: string | undefined } => {
  let release = () => {}
  try {
    makeFolder(dir)
    release = takeLock(join(dir, 'db.lock'))
    const journal = openJournal(dir, now)
    const fresh = emptyData(create())
    const db = new LowSync<Data>(journal, fresh)
    db.read()
    if (db.data === fresh || journal.isOld) db.write()

    /** The journal has everything: a snapshot that could not be written now is written another time. */
    const compact = () => {
      try {
        db.write()
      } catch {
        return
      }
    }
    let open = true
    const tables = openTables(db.data, changes => {
      if (!open) throw new StoreError('The practice account was closed. Open it again.')
      journal.append(changes)
      if (journal.isLong) compact()
    })
    const close = () => {
      if (!open) return
      keepHistory(tables.transact)
      open = false
      if (!journal.isEmpty) compact()
      journal.close()
      release()
    }
    return { store: { ...tables, close }, notice: journal.notice }
  } catch (error) {
    release()
    if (error instanceof Locked) throw new StoreInUse(error.process, error.path)
    throw error instanceof StoreError ? error : failure(`${dir} could not be opened`, error)
  }
}

type Undo = [table: TableName, key: string, before: Rows[TableName] | undefined]

/** The tables in memory. `keep` stores the changes of a transaction; when it throws, they are taken back. */
const openTables = (data: Data, keep: (changes: Change[]) => void): Omit<Store, 'close'> => {
  /** What the transaction under way has changed, in order; undefined while there is none. */
  let undo: Undo[] | undefined
  const ids = {
    users: new Map<string, string>(),
    groups: new Map<string, string>(),
    roles: new Map<string, string>(),
  }

  const index = (table: TableName, key: string, row: Rows[TableName] | null) => {
    if (table !== 'users' && table !== 'groups' && table !== 'roles') return
    const before = data[table].get(key)
    if (before !== undefined && ids[table].get(before.id) === key) ids[table].delete(before.id)
    if (row !== null) ids[table].set((row as Rows['users' | 'groups' | 'roles']).id, key)
  }
  const apply = (...change: Change) => {
    index(...change)
    applyChange(data, change)
  }
  const change = (...[table, key, row]: Change) => {
    if (undo === undefined) throw new Error(`${table} was changed outside a transaction.`)
    undo.push([table, key, data[table].get(key)])
    apply(table, key, row)
  }

  const table = <Name extends TableName>(name: Name): Table<Rows[Name]> => {
    const rows: Map<string, Rows[Name]> = data[name]
    return {
      get: key => rows.get(key),
      has: key => rows.has(key),
      put: (key, row) => change(name, key, row),
      delete: key => {
        if (rows.has(key)) change(name, key, null)
      },
      values: () => rows.values(),
      get size() {
        return rows.size
      },
    }
  }

  const state: State = {
    get account() {
      return data.account.get('account')!
    },
    setAccount: facts => {
      const all = Object.entries({ ...state.account, ...facts }).filter(([, fact]) => fact !== undefined)
      change('account', 'account', Object.fromEntries(all) as AccountFacts)
    },
    users: table('users'),
    groups: table('groups'),
    roles: table('roles'),
    policies: table('policies'),
    instanceProfiles: table('instanceProfiles'),
    accessKeys: table('accessKeys'),
    sessions: table('sessions'),
    mfaDevices: table('mfaDevices'),
    credentialReports: table('credentialReports'),
    events: table('events'),
    userById: id => data.users.get(ids.users.get(id) ?? ''),
    groupById: id => data.groups.get(ids.groups.get(id) ?? ''),
    roleById: id => data.roles.get(ids.roles.get(id) ?? ''),
  }
  for (const name of ['users', 'groups', 'roles'] as const)
    for (const [key, row] of data[name]) ids[name].set(row.id, key)

  /** Events that wait for the next change, so that a read costs no write. */
  const pending: EventRow[] = []
  const keepEvent = (event: EventRow) => {
    state.events.put(event.eventID, event)
    const oldest = Date.parse(event.eventTime) - keptDays * 86_400_000
    for (const { eventID, eventTime } of state.events.values()) {
      if (state.events.size <= mostEvents && Date.parse(eventTime) >= oldest) break
      state.events.delete(eventID)
    }
  }

  const transact: Store['transact'] = work => {
    if (undo !== undefined) throw new Error('A transaction was begun inside another.')
    undo = []
    try {
      const result = work(state)
      const waiting = pending.length
      if (undo.length > 0) pending.forEach(keepEvent)
      const changes = changesSince(undo, data)
      if (changes.length > 0) keep(changes)
      if (undo.length > 0) pending.splice(0, waiting)
      return result
    } catch (error) {
      for (const [table, key, before] of undo.toReversed()) apply(table, key, before ?? null)
      throw error
    } finally {
      undo = undefined
    }
  }

  return {
    data,
    state,
    transact,
    record: event => {
      pending.push(event)
      if (pending.length >= mostPending) keepHistory(transact)
    },
    history: () => [...state.events.values(), ...pending],
    replace: other =>
      transact(() => {
        for (const name of Object.keys(data) as TableName[]) {
          for (const key of data[name].keys()) if (!other[name].has(key)) change(name, key, null)
          for (const [key, row] of other[name]) change(name, key, row)
        }
      }),
  }
}

/** CloudTrail's event history goes back 90 days (cloudtrail user guide, view-cloudtrail-events). */
const keptDays = 90

/** An account that is practised on needs no more; CloudTrail has no such limit, and a snapshot is written whole. */
const mostEvents = 2000

/** How many events of reads a process that is killed may lose. */
const mostPending = 100

/** Writes down what waits: any change does that, and this one changes nothing else. What cannot be written now waits on. */
const keepHistory = (transact: Store['transact']): void => {
  try {
    transact(state => state.setAccount({}))
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
  }
}

/** The rows that are no longer what they were, once each. */
const changesSince = (undo: Undo[], data: Data): Change[] => {
  const first = new Map(undo.toReversed().map(entry => [`${entry[0]} ${entry[1]}`, entry]))
  return [...first.values()].toReversed().flatMap(([table, key, before]): Change[] => {
    const now = data[table].get(key)
    return isDeepStrictEqual(now, before) ? [] : [[table, key, now ?? null]]
  })
}
