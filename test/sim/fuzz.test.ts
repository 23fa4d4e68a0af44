import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'node:querystring'
import { expect, test } from 'vitest'
import { freshAccount } from '../../src/sim/fresh-account.ts'
import { serve } from '../../src/sim/server.ts'
import { createSimulator, type WireResponse } from '../../src/sim/simulator.ts'
import { openStore } from '../../src/sim/store.ts'
import { newHome } from '../home.ts'
import { inconsistencies } from './consistency.ts'
import { createRandom, fuzzedRequest, mutated, type Fuzzed } from './fuzz.ts'
import { requestBytes, sendRaw } from './raw.ts'
import { addSession } from './simulated.ts'

/** `FUZZ=100` runs a hundred times as much, `FUZZ_SEED=1000` begins at another place. */
const times = Number(process.env['FUZZ'] ?? 1)
const firstSeed = Number(process.env['FUZZ_SEED'] ?? 1)
const seeds = (count: number): number[] =>
  Array.from({ length: count * times }, (_, index) => firstSeed + index)

/** An account on disk with a clock of its own, which goes on by up to a minute with each request. */
const open = () => {
  const folder = join(newHome(), 'account')
  const clock = { at: new Date('2026-01-01T00:00:00Z') }
  const create = () => freshAccount({ id: '111122223333', now: clock.at, random: () => 0 })
  const { store } = openStore(folder, { now: () => clock.at, create })
  const bugs: unknown[] = []
  const exchange = createSimulator(store, { clock: () => clock.at, onBug: error => bugs.push(error) })
  const root = addSession(store, { owner: { type: 'root' }, expiresAt: '2027-01-01T00:00:00Z' })
  return { folder, clock, store, bugs, exchange, root }
}

const uuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/

/** Whether a text is XML as clients read it: elements closed in order, no bare marks, no characters that XML has not. */
const isXml = (text: string): boolean => {
  // oxlint-disable-next-line no-control-regex
  if (/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|&(?!(?:amp|lt|gt|quot|#xD);)/.test(text)) return false
  const open: string[] = []
  const rest = text.replaceAll(/<(\/?)(\w+)(?: xmlns="[^"<]*")?>/g, (_, end, name) => {
    if (end === '') open.push(name)
    else if (open.pop() !== name) open.push('wrong')
    return ''
  })
  return open.length === 0 && !/[<>]/.test(rest)
}

/** What is wrong with an answer; undefined when it is one that AWS could have given. */
const fault = ({ statusCode, headers, body }: WireResponse): string | undefined => {
  const text = Buffer.from(body).toString()
  if (statusCode !== 200 && (statusCode < 400 || statusCode > 499)) return `status ${statusCode}`
  if (!uuid.test(headers['x-amzn-requestid'] ?? '')) return 'no request id'
  if (headers['content-type'] === 'application/json') {
    const { __type: type, message } = JSON.parse(text)
    const isError = typeof type === 'string' && typeof message === 'string'
    if (statusCode === 200) return isError ? 'an error with status 200' : undefined
    return isError && headers['x-amzn-errortype'] === type ? undefined : 'an error of another shape'
  }
  if (!isXml(text)) return 'broken XML'
  const shape =
    statusCode === 200
      ? /^<(\w+)Response xmlns="[^"]+">[^]*<RequestId>[\da-f-]{36}<\/RequestId><\/ResponseMetadata><\/\1Response>$/
      : /^<ErrorResponse xmlns="[^"]+"><Error><Type>Sender<\/Type><Code>\w+<\/Code>(?:<Message>[^]*<\/Message>)?<\/Error><RequestId>[\da-f-]{36}<\/RequestId><\/ErrorResponse>$/
  return shape.test(text) ? undefined : 'another shape'
}

/** A request as `node:http` would hand it over. */
const received = ({ method, target, headers, body }: Fuzzed) => {
  const [path = '', query = ''] = target.split('?', 2)
  return { method, path, query: parse(query), headers, body }
}

test.each(seeds(12))(
  'seed %i: whatever is asked, the answer is one of AWS, and the account fits together',
  async seed => {
    const random = createRandom(seed)
    const { folder, clock, store, bugs, exchange, root } = open()
    const statuses = new Map<number, number>()
    for (let turn = 0; turn < 600; turn++) {
      clock.at = new Date(clock.at.getTime() + random.below(60_000))
      const request = fuzzedRequest(random, { data: store.data, at: clock.at }, root)
      const where = `seed ${seed}, turn ${turn}: ${request.what}`
      const before = process.cpuUsage()
      const response = await exchange(received(request))
      const { user, system } = process.cpuUsage(before)
      const seen = {
        fault: fault(response),
        bugs,
        wrong: inconsistencies(store.data),
        tookLong: (user + system) / 1e6 > 1,
      }
      expect({ where, ...seen }).toEqual({ where, fault: undefined, bugs: [], wrong: [], tookLong: false })
      statuses.set(response.statusCode, (statuses.get(response.statusCode) ?? 0) + 1)
    }
    // What is asked is not refused at the door.
    expect(statuses.get(200)).toBeGreaterThan(50)

    // As after a crash: the files as they are now, opened by another process.
    const copy = join(newHome(), 'account')
    cpSync(folder, copy, { recursive: true, filter: name => !name.endsWith('.lock') })
    const { store: reopened, notice } = openStore(copy, { now: () => clock.at })
    expect([reopened.data, notice]).toEqual([store.data, undefined])
    reopened.close()
    store.close()
  },
)

test.each(seeds(5))(
  'seed %i: whatever bytes come, the server answers in HTTP with no 5xx, and lives',
  async seed => {
    const random = createRandom(seed)
    const { clock, store, bugs, exchange, root } = open()
    const { port, close } = await serve(exchange)
    try {
      for (let turn = 0; turn < 100; turn++) {
        const request = fuzzedRequest(random, { data: store.data, at: clock.at }, root)
        const good = requestBytes({ ...request, headers: Object.entries(request.headers) })
        const bytes = random.oneIn(10)
          ? Buffer.from(Array.from({ length: random.below(600) }, () => random.below(256)))
          : mutated(good, random)
        const { answer, milliseconds } = await sendRaw(port, bytes, { half: true })
        const heads = answer.match(/^HTTP\/1\.1 \d{3}/gm) ?? []
        const where = `seed ${seed}, turn ${turn}: ${JSON.stringify(bytes.toString('latin1'))}`
        const seen = {
          strange: heads.filter(head => !/ (?:100|200|4\d\d)$/.test(head)),
          bugs,
          // A hang would last until the server's own limit of ten seconds.
          hung: milliseconds > 5000,
        }
        expect({ where, ...seen }).toEqual({ where, strange: [], bugs: [], hung: false })
      }
      const last = await sendRaw(
        port,
        Buffer.from('GET / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n'),
      )
      expect(last.answer).toContain('MissingAuthenticationToken')
      expect(inconsistencies(store.data)).toEqual([])
    } finally {
      await close()
      store.close()
    }
  },
)
