import { afterAll, beforeAll, expect, test } from 'vitest'
import { isReadName } from '../../src/lab/account.ts'
import { jsonLines } from '../commands/program.ts'
import { owner, type Ended, type Owner } from './owner.ts'
import { faults, type Fault, type Injury } from './proxy.ts'

let owners: Owner[] = []
let undisturbed: { ended: Ended; state: unknown; calls: string[] }

const isRead = (action: string) =>
  isReadName(`iam:${action}`) || isReadName(`sts:${action}`) || !/^[A-Z]/.test(action)

/** A fresh account with root MFA, as the owner has it, and a fresh machine. */
const begin = async (at: Owner) => {
  await at.control('reset')
  await at.control('console/root-mfa')
  const machine = await at.machine()
  return machine
}

beforeAll(async () => {
  owners = await Promise.all([owner(), owner(), owner()])
  const [first] = owners as [Owner]
  const machine = await begin(first)
  first.proxy.injure(undefined)
  const ended = await machine.doLab()
  undisturbed = { ended, state: await first.state(), calls: first.proxy.seen() }
})

test('undisturbed, the lab is done whole in one go', () => {
  const { exit, out, err } = undisturbed.ended
  expect([exit, err.split('\n').length]).toEqual([0, 2])
  expect(jsonLines({ exit, out, err: '' }).at(-1)).toEqual(expect.objectContaining({ done: 11 }))
})

afterAll(() => Promise.all(owners.map(each => each.close())))

/** What is secret in a run, wherever it may be: the key's second half, the password, the seed. */
const leaks = async (machine: Awaited<ReturnType<typeof begin>>, runs: Ended[]): Promise<string[]> => {
  const csv = await machine.csv()
  const files = machine.files()
  const seeds = Object.entries(files).flatMap(([path, text]) =>
    path.endsWith('.txt') ? [/secret=([A-Z2-7]+)/.exec(text)?.[1] ?? ''] : [],
  )
  const secrets = [csv?.secretAccessKey, csv?.password, ...seeds].filter(secret => secret)
  const open = Object.entries(files).filter(([path]) => !/_accessKeys\.csv$|_mfaSeed.*\.txt$/.test(path))
  const texts = [
    ...open,
    ...runs.flatMap(({ out, err }) => [
      ['stdout', out],
      ['stderr', err],
    ]),
  ]
  return texts.flatMap(([where, text]) => (secrets.some(secret => text!.includes(secret!)) ? [where!] : []))
}

/** Does the lab with one thing gone wrong in each of its first runs, and again until it is done. */
const survive = async (at: Owner, ...injuries: ((kill: () => void) => Injury)[]) => {
  const machine = await begin(at)
  const runs: Ended[] = []
  for (const injury of injuries) {
    const started = machine.start('run', ...machine.agreeing, '--attest', 'billing-access', '--json')
    at.proxy.injure(injury(() => started.child.kill('SIGKILL')))
    runs.push(await started.ended)
  }
  at.proxy.injure(undefined)
  while (runs.at(-1)!.exit !== 0 && runs.length < injuries.length + 3) runs.push(await machine.doLab())
  const expected = JSON.stringify(undisturbed.state).replaceAll(owners[0]!.accountId, at.accountId)
  const csv = await machine.csv()
  return {
    exits: runs.map(({ exit }) => exit),
    done: (jsonLines(runs.at(-1)!).at(-1) as { done: number }).done,
    same:
      JSON.stringify(await at.state()).replaceAll(
        `iam-lab-${at.accountId.slice(-6)}`,
        `iam-lab-${owners[0]!.accountId.slice(-6)}`,
      ) === expected,
    keys: (await at.keyIds()).map(id => id === csv?.accessKeyId),
    leaks: await leaks(machine, runs),
    said: runs.map(({ out, err }) => `${err}${out}`).join('\n'),
  }
}

const whole = { done: 11, same: true, keys: [true], leaks: [] as string[] }

/** Runs every case, each account with one at a time. */
const each = async <Case>(cases: Case[], run: (at: Owner, one: Case) => Promise<string | undefined>) => {
  const wrong: string[] = []
  const left = [...cases]
  await Promise.all(
    owners.map(async at => {
      for (let one = left.shift(); one !== undefined; one = left.shift()) {
        const said = await run(at, one)
        if (said !== undefined) wrong.push(said)
      }
    }),
  )
  return wrong
}

const told = ({ exits, said, ...rest }: Awaited<ReturnType<typeof survive>>, what: string) =>
  JSON.stringify(rest) === JSON.stringify(whole)
    ? undefined
    : `${what}: ${JSON.stringify({ ...rest, exits })}\n${said}`

test('whatever goes wrong at one call, the account ends as it does undisturbed, and nothing leaks', async () => {
  const { calls } = undisturbed
  // A program waits twenty seconds for an answer: late ones are tried with less patience, in late.test.ts.
  const kinds = (Object.keys(faults) as Fault[]).filter(fault => !fault.startsWith('late'))
  const atWrites = calls.flatMap((call, index) =>
    isRead(call) ? [] : kinds.map(fault => ({ at: index + 1, call, fault })),
  )
  const atReads = calls.flatMap((call, index) =>
    isRead(call) ? [{ at: index + 1, call, fault: kinds[index % kinds.length]! }] : [],
  )
  const cases = [...atWrites, ...atReads]
  const wrong = await each(cases, async (at, { at: number, call, fault }) =>
    told(await survive(at, () => ({ at: number, fault })), `${fault} at ${number} ${call}`),
  )
  console.log(
    `${cases.length} faults at ${calls.length} calls: ${cases.length - wrong.length} same end state`,
  )
  expect(wrong).toEqual([])
}, 400_000)

test('killed before any change, it goes on where it was', async () => {
  const { calls } = undisturbed
  const cases = calls.flatMap((call, index) => (isRead(call) ? [] : [{ at: index + 1, call }]))
  const wrong = await each(cases, async (at, { at: number, call }) =>
    told(await survive(at, kill => ({ at: number, meanwhile: kill })), `killed at ${number} ${call}`),
  )
  expect(wrong).toEqual([])
}, 200_000)

/** The same numbers in every run (mulberry32, a public-domain generator). */
const seeded = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
}

test('killed three times over at random, it goes on where it was', async () => {
  const random = seeded(20261124)
  const { calls } = undisturbed
  const cases = Array.from({ length: 24 }, () =>
    Array.from({ length: 3 }, () => 1 + Math.floor(random() * calls.length)),
  )
  const wrong = await each(cases, async (at, numbers) =>
    told(
      await survive(at, ...numbers.map(number => (kill: () => void) => ({ at: number, meanwhile: kill }))),
      `killed at ${numbers.join(', ')}`,
    ),
  )
  console.log(
    `${cases.length * 3} random kills in ${cases.length} labs: ${cases.length - wrong.length} same end state`,
  )
  expect(wrong).toEqual([])
}, 200_000)

test('a dry run sends reads alone, and so does a run at another account', async () => {
  const [at] = owners as [Owner]
  const machine = await begin(at)
  const before = await at.state()
  at.proxy.injure(undefined)
  expect((await machine.iamLab('run', '--dry-run')).exit).toBe(0)
  expect((await machine.iamLab('run', '--yes', '--account-id', '111122223333')).exit).toBe(3)
  expect((await machine.iamLab('run')).exit).toBe(3)
  expect(at.proxy.seen().filter(action => !isRead(action))).toEqual([])
  expect(await at.state()).toEqual(before)
})

test('undo leaves the account as it was', async () => {
  const [at] = owners as [Owner]
  const machine = await begin(at)
  const before = await at.state()
  expect((await machine.doLab()).exit).toBe(0)
  expect(await at.state()).not.toEqual(before)
  const { exit, out } = await machine.iamLab('undo', ...machine.agreeing)
  expect([exit, out]).toEqual([0, expect.stringContaining('only you can undo this')])
  expect(await at.state()).toEqual(before)
})
