import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { buildSync } from 'esbuild'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { freshAccount } from '../../src/sim/fresh-account.ts'
import { emptyData, toSnapshot } from '../../src/sim/snapshot.ts'
import type { Store } from '../../src/sim/state.ts'
import { openMemoryStore, openStore } from '../../src/sim/store.ts'
import { groupNamed, userNamed } from './rows.ts'

const root = mkdtempSync(join(tmpdir(), 'iam-lab-store-'))
const program = join(root, 'store-kill.mjs')
const now = () => new Date('2026-03-04T05:06:07.000Z')
const facts = freshAccount({ now: now(), id: '111122223333', random: () => 0 })
const create = () => facts

let dir: string
beforeAll(() => {
  buildSync({
    entryPoints: [join(import.meta.dirname, 'store-kill.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: program,
  })
})
beforeEach(() => {
  dir = join(mkdtempSync(join(root, 'case-')), 'practice')
})
afterAll(() => rmSync(root, { recursive: true }))

const open = () => openStore(dir, { now, create })
const put = (store: Store, ...names: string[]) =>
  store.transact(state => names.forEach(name => state.users.put(name, userNamed(name))))
const names = (store: Store) => [...store.state.users.values()].map(({ name }) => name)
const file = (name: string) => join(dir, name)
/** Ends as a killed process does: the journal stays, no snapshot is written. */
const copyOfFiles = () =>
  new Map(['db.json', 'db.journal'].map(name => [name, readFileSync(file(name))] as const))
const restore = (files: Map<string, Buffer>) =>
  files.forEach((content, name) => writeFileSync(file(name), content))

test('a fresh account has twelve digits, a root sign-in, and nothing switched on', () => {
  expect(freshAccount({ now: now(), random: below => below - 1 })).toEqual({
    id: '999999999999',
    name: 'practice',
    createdAt: '2026-03-04T05:06:07.000Z',
    rootEmail: 'root@practice.example',
    rootPassword: 'Window-Window-Window-9999',
    billingAccess: false,
    clockAheadSeconds: 0,
    alternateContacts: {},
  })
  expect(freshAccount({ now: now() }).id).toMatch(/^[1-9]\d{11}$/)
  expect(freshAccount({ now: now() }).rootPassword).toMatch(/^(?:[A-Z][a-z]+-){3}\d{4}$/)
})

test('what a transaction changed is there after closing and opening again', () => {
  const first = open().store
  put(first, 'ada', 'grace')
  first.transact(state => {
    state.users.delete('ada')
    state.setAccount({ alias: 'practice-lab' })
  })
  first.transact(state => state.setAccount({ alias: undefined, billingAccess: true }))
  first.close()
  const { store, notice } = open()
  expect(store.data).toEqual({
    ...emptyData({ ...facts, billingAccess: true }),
    users: new Map([['grace', userNamed('grace')]]),
  })
  expect(notice).toBe(undefined)
  store.close()
})

test('a transaction that throws leaves every row and index as before, in memory and on disk', () => {
  const { store } = open()
  put(store, 'ada')
  const before = structuredClone(store.data)
  const journal = readFileSync(file('db.journal'), 'utf8')
  expect(() =>
    store.transact(state => {
      state.users.put('grace', userNamed('grace'))
      state.users.delete('ada')
      state.groups.put('admins', groupNamed('admins'))
      state.setAccount({ alias: 'gone' })
      throw new Error('no')
    }),
  ).toThrow('no')
  expect(store.data).toEqual(before)
  expect(store.state.userById('AIDAADA')).toEqual(userNamed('ada'))
  expect(store.state.userById('AIDAGRACE')).toBe(undefined)
  expect(store.state.groupById('AGPAADMINS')).toBe(undefined)
  expect(readFileSync(file('db.journal'), 'utf8')).toBe(journal)
  store.close()
})

test('a transaction that changes nothing writes nothing', () => {
  const { store } = open()
  put(store, 'ada')
  const { size } = statSync(file('db.journal'))
  put(store, 'ada')
  store.transact(state => {
    state.users.put('grace', userNamed('grace'))
    state.users.delete('grace')
    state.users.delete('nobody')
    state.setAccount({ billingAccess: false })
  })
  expect(statSync(file('db.journal')).size).toBe(size)
  store.close()
})

test('a transaction writes one line with the changed rows alone, however many there are', () => {
  const { store } = open()
  put(store, ...Array.from({ length: 5000 }, (_, n) => `u${n}`))
  const before = statSync(file('db.journal')).size
  const snapshot = statSync(file('db.json'))
  put(store, 'ada')
  const written = readFileSync(file('db.journal'), 'utf8').slice(before)
  expect(written).toBe(`{"seq":2,"changes":[["users","ada",${JSON.stringify(userNamed('ada'))}]]}\n`)
  expect(statSync(file('db.json'))).toEqual(snapshot)
  store.close()
})

test('the journal is folded into the snapshot every 2,000 lines and on closing', () => {
  const { store } = open()
  for (let n = 1; n < 2000; n++) put(store, `u${n}`)
  const snapshotSeq = () => JSON.parse(readFileSync(file('db.json'), 'utf8')).seq
  expect([snapshotSeq(), readFileSync(file('db.journal'), 'utf8').match(/\n/g)?.length]).toEqual([0, 1999])
  put(store, 'u2000')
  expect([snapshotSeq(), statSync(file('db.journal')).size]).toEqual([2000, 0])
  put(store, 'u2001')
  store.close()
  expect([snapshotSeq(), statSync(file('db.journal')).size]).toEqual([2001, 0])
  expect(readdirSync(dir)).toEqual(['db.journal', 'db.json'])
})

test('a user or group is found by its id, also after it was renamed or its name was given again', () => {
  const store = openMemoryStore()
  put(store, 'ada', 'constructor', '__proto__')
  const renamed = { ...userNamed('ada'), name: 'lovelace' }
  store.transact(state => {
    state.users.put('lovelace', renamed)
    state.users.delete('ada')
    state.users.put('ada', { ...userNamed('ada'), id: 'AIDAOTHER' })
  })
  expect(store.state.userById('AIDAADA')).toEqual(renamed)
  expect(store.state.userById('AIDAOTHER')?.name).toBe('ada')
  expect(store.state.userById('toString')).toBe(undefined)
  expect(names(store).toSorted()).toEqual(['__proto__', 'ada', 'constructor', 'lovelace'])
})

test('the store can be emptied as one change, and keeps what it is given', () => {
  const { store } = open()
  put(store, 'ada', 'grace')
  store.replace(emptyData({ ...facts, alias: 'again' }))
  expect(store.data).toEqual(emptyData({ ...facts, alias: 'again' }))
  const files = copyOfFiles()
  store.close()
  restore(files)
  const again = open().store
  expect(again.data).toEqual(emptyData({ ...facts, alias: 'again' }))
  again.close()
})

test('a change outside a transaction, inside another one, or after closing is refused', () => {
  const { store } = open()
  expect(() => store.state.users.put('ada', userNamed('ada'))).toThrow(
    'users was changed outside a transaction.',
  )
  expect(() => store.transact(() => put(store, 'ada'))).toThrow('A transaction was begun inside another.')
  store.close()
  store.close()
  expect(() => put(store, 'ada')).toThrow('The practice account was closed. Open it again.')
  expect(names(store)).toEqual([])
})

test('a journal that the snapshot has already is not replayed, and is gone on from', () => {
  const { store } = open()
  put(store, 'ada')
  const before = readFileSync(file('db.journal'))
  store.transact(state => state.users.delete('ada'))
  put(store, 'grace')
  const journal = readFileSync(file('db.journal'))
  store.close()
  // The crash between the snapshot's rename and the journal's truncation.
  for (const left of [before, journal]) {
    writeFileSync(file('db.journal'), left)
    const again = open().store
    expect(names(again)).toEqual(['grace'])
    put(again, 'alan')
    const files = copyOfFiles()
    again.close()
    restore(files)
    const last = open()
    expect([names(last.store), last.notice]).toEqual([['grace', 'alan'], undefined])
    last.store.transact(state => state.users.delete('alan'))
    last.store.close()
  }
})

test('a line that was torn by a crash is left out, at every length', () => {
  const { store } = open()
  put(store, 'ada')
  const { size } = statSync(file('db.journal'))
  put(store, 'grace')
  const files = copyOfFiles()
  store.close()
  const whole = files.get('db.journal')!.length
  for (let length = size; length < whole; length++) {
    restore(files)
    truncateSync(file('db.journal'), length)
    const { store, notice } = open()
    expect([names(store), notice, statSync(file('db.journal')).size]).toEqual([['ada'], undefined, size])
    store.close()
  }
})

test('a damaged line before the end is kept aside, and the account is as it was before it', () => {
  const { store } = open()
  put(store, 'ada')
  const { size } = statSync(file('db.journal'))
  put(store, 'grace')
  put(store, 'alan')
  const files = copyOfFiles()
  store.close()
  for (const damage of ['x', '{"seq":9,', '{"seq":2,"changes":[["nothing","k",null]]}\n', '\0\0\0\n']) {
    restore(files)
    const damaged = Buffer.from(files.get('db.journal')!)
    damaged.write(damage, size)
    writeFileSync(file('db.journal'), damaged)
    const { store, notice } = open()
    const kept = readdirSync(dir)
      .filter(name => name.startsWith('db.journal.'))
      .at(-1)!
    expect(names(store)).toEqual(['ada'])
    expect(notice).toContain(file(kept))
    expect(readFileSync(file(kept))).toEqual(damaged)
    store.close()
    rmSync(file(kept))
  }
})

test('a state file that cannot be read is kept aside, said, and never written over', () => {
  const good = toSnapshot(emptyData(facts), 7)
  const cases: [content: string, why: string, words: string][] = [
    [good.slice(0, 90), 'damaged', 'is damaged'],
    ['', 'damaged', 'is damaged'],
    ['null', 'damaged', 'is damaged'],
    ['[]', 'damaged', 'is damaged'],
    ['{"version":1,"seq":0,"tables":{}}', 'damaged', 'is damaged'],
    [good.replace('111122223333', 'x'), 'damaged', 'is damaged'],
    [good.replace('"users":[]', '"users":[["ada",null]]'), 'damaged', 'is damaged'],
    ['{"version":2,"seq":0,"tables":{}}', 'damaged', 'is damaged'],
    ['{"version":3,"seq":0,"tables":{}}', 'damaged', 'is damaged'],
    ['{"version":4,"rows":[]}', 'newer', 'was written by a newer iam-lab'],
  ]
  open().store.close()
  const kept = new Map<string, string>()
  for (const [content, why, words] of cases) {
    writeFileSync(file('db.json'), content)
    writeFileSync(file('db.journal'), 'changes\n')
    const { store, notice } = open()
    const n = [...kept.keys()].filter(name => name.startsWith(`db.json.${why}`)).length + 1
    const suffix = `${why}-2026-03-04T05-06-07.000Z${n === 1 ? '' : `-${n}`}`
    kept.set(`db.json.${suffix}`, content).set(`db.journal.${suffix}`, 'changes\n')
    expect(notice).toBe(
      `The practice account's file ${words}. It was kept as ${file(`db.json.${suffix}`)}, and a new account was started.`,
    )
    expect(store.data).toEqual(emptyData(facts))
    put(store, 'ada')
    store.close()
  }
  expect(readdirSync(dir)).toEqual(['db.journal', 'db.json', ...kept.keys()].toSorted())
  for (const [name, content] of kept) expect(readFileSync(file(name), 'utf8')).toBe(content)
  const { store, notice } = open()
  expect([names(store), notice]).toEqual([['ada'], undefined])
  store.close()
})

test('a state file of version 1 is opened with its journal, and is of today’s form from then on', () => {
  const older = { startedAt: '2026-03-04T05:06:07.000Z', content: 'old', generatedAt: '2026-03-04T05:06:09Z' }
  const newer = { ...older, content: 'user,arn' }
  const tables = {
    account: [['account', { ...facts, credentialReport: older }]],
    users: [['ada', userNamed('ada')]],
    groups: [],
    accessKeys: [],
    sessions: [],
    mfaDevices: [],
  }
  const changes = [['account', 'account', { ...facts, alias: 'practice-lab', credentialReport: newer }]]
  open().store.close()
  writeFileSync(file('db.json'), JSON.stringify({ version: 1, seq: 7, tables }))
  writeFileSync(file('db.journal'), `${JSON.stringify({ seq: 8, changes })}\n`)
  const expected = {
    ...emptyData({ ...facts, alias: 'practice-lab' }),
    users: new Map([['ada', userNamed('ada')]]),
    credentialReports: new Map([['newest', newer]]),
  }
  const first = open()
  expect([first.store.data, first.notice]).toEqual([expected, undefined])
  const { version, seq } = JSON.parse(readFileSync(file('db.json'), 'utf8'))
  expect([version, seq, statSync(file('db.journal')).size]).toEqual([3, 8, 0])
  first.store.close()
  const second = open()
  expect([second.store.data, second.notice]).toEqual([expected, undefined])
  second.store.close()
})

test('a state file of version 2 is opened, with no roles and no policies of its own', () => {
  const tables = {
    account: [['account', facts]],
    users: [['ada', userNamed('ada')]],
    groups: [],
    accessKeys: [],
    sessions: [],
    mfaDevices: [],
    credentialReports: [],
  }
  open().store.close()
  writeFileSync(file('db.json'), JSON.stringify({ version: 2, seq: 7, tables }))
  const { store, notice } = open()
  const expected = { ...emptyData(facts), users: new Map([['ada', userNamed('ada')]]) }
  expect([store.data, notice]).toEqual([expected, undefined])
  store.close()
})

test('a fact of the account is written without the credential report', () => {
  const { store } = open()
  const content = 'user,arn'.repeat(1000)
  store.transact(state =>
    state.credentialReports.put('newest', { startedAt: now().toISOString(), content, generatedAt: '' }),
  )
  const { size } = statSync(file('db.journal'))
  store.transact(state => state.setAccount({ alias: 'practice-lab' }))
  const written = readFileSync(file('db.journal'), 'utf8').slice(size)
  const account = JSON.stringify({ ...facts, alias: 'practice-lab' })
  expect(written).toBe(`{"seq":2,"changes":[["account","account",${account}]]}\n`)
  store.close()
})

test('a journal without its snapshot is kept aside and said', () => {
  const { store } = open()
  put(store, 'ada')
  const files = copyOfFiles()
  store.close()
  rmSync(file('db.json'))
  writeFileSync(file('db.journal'), files.get('db.journal')!)
  const again = open()
  expect(names(again.store)).toEqual([])
  expect(again.notice).toContain('is damaged')
  again.store.close()
  expect(readdirSync(dir).some(name => name.startsWith('db.journal.damaged-'))).toBe(true)
})

test('a second opening in the same process is refused and does the first no harm', () => {
  const { store } = open()
  expect(open).toThrow(
    `This practice account is open in another iam-lab, process ${process.pid}. ` +
      `Close that one first; if it is no iam-lab, delete ${file('db.lock')}.`,
  )
  put(store, 'ada')
  store.close()
  const again = open().store
  expect(names(again)).toEqual(['ada'])
  again.close()
})

test.each(['', 'nonsense', '0 1\n', `${process.pid} 1\n`, '999999999 1\n'])(
  'a lock that no process holds is taken over: %j',
  lock => {
    open().store.close()
    writeFileSync(file('db.lock'), lock)
    open().store.close()
    expect(readdirSync(dir)).toEqual(['db.journal', 'db.json'])
  },
)

test('a place that cannot be written is said in words', () => {
  const path = join(root, 'a-file')
  writeFileSync(path, '')
  expect(() => openStore(join(path, 'practice'), { now, create })).toThrow(
    `${join(path, 'practice')} could not be opened: a part of its path is a file. Choose another place with --home.`,
  )
})

const start = (mode: string): ChildProcess =>
  spawn(process.execPath, [program, mode, dir], { stdio: ['ignore', 'pipe', 'inherit'] })

test('a second process is refused by name, and the lock of a killed one is taken over; files are for the owner alone', async () => {
  const holder = start('hold')
  await once(holder.stdout!, 'data')
  expect(open).toThrow(`is open in another iam-lab, process ${holder.pid}.`)
  const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)
  // The program runs with umask 000.
  expect([mode(dir), ...readdirSync(dir).map(name => `${name} ${mode(file(name))}`)]).toEqual([
    '700',
    'db.journal 600',
    'db.json 600',
    'db.lock 600',
  ])
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  const { store } = open()
  expect(store.state.groups.get('last')?.path).toBe('1')
  store.close()
})

test('an answered operation survives kill -9 at any moment, and half an operation leaves no trace', async () => {
  let last = 0
  for (let round = 0; round < 20; round++) {
    // Up to 2,400 operations: some rounds are killed while the journal is folded into the snapshot.
    const killAt = last + 1 + ((round * 977) % 2400)
    const child = start('count')
    const exit = once(child, 'exit')
    for await (const line of createInterface({ input: child.stdout! })) {
      last = Number(line)
      if (last === killAt) child.kill('SIGKILL')
    }
    expect(await exit).toEqual([null, 'SIGKILL'])
    const { store, notice } = open()
    const stored = Number(store.state.groups.get('last')?.path)
    expect(notice).toBe(undefined)
    // The operation after the last answer may be stored and not yet answered.
    expect([last, last + 1]).toContain(stored)
    for (let n = Math.max(1, stored - 299); n <= stored; n++)
      expect(store.state.users.get(`u${n % 300}`)?.path).toBe(String(n))
    expect(store.state.users.size).toBe(Math.min(stored, 300))
    const files = copyOfFiles()
    store.close()
    // Every other round goes on from the journal as the crash left it, with a torn tail.
    if (round % 2 === 1) {
      restore(files)
      appendFileSync(file('db.journal'), '{"seq":')
    }
    last = stored
  }
}, 120_000)

test('an operation that finds no room fails in words, is taken back, and the file stays readable', () => {
  // A limit on the size of a file stands for a full disk: part of a line is written, then none.
  const { stdout } = spawnSync(
    'sh',
    ['-c', 'ulimit -f 16; exec "$0" "$@"', process.execPath, program, 'fill', dir],
    { encoding: 'utf8' },
  )
  const lines = stdout.trimEnd().split('\n')
  const answered = Number(lines.at(-4))
  expect(answered).toBeGreaterThan(10)
  expect(lines.slice(-3)).toEqual([
    `${file('db.journal')} could not be written, and nothing was changed: the file would be larger than is allowed here. Raise the limit (ulimit -f) and try again.`,
    `left at ${answered}`,
    'deleted',
  ])
  const { store, notice } = open()
  expect([store.state.users.size, store.state.groups.size, notice]).toEqual([answered, 0, undefined])
  store.close()
})
