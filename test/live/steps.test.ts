import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { Ask } from '../../src/lab/console.ts'
import { initialValues } from '../../src/lab/field.ts'
import { steps } from '../../src/lab/lab.ts'
import { codeOf, timeStep } from '../../src/lab/mfa.ts'
import { carryOutUndo, plan, planUndo, verify } from '../../src/lab/run.ts'
import { about } from '../../src/lab/sitting.ts'
import { openLive } from '../../src/live.ts'
import { newHome } from '../home.ts'
import { inWords, perform } from '../lab/learner.ts'
import { table } from '../lab/table.ts'
import { owner, type Owner } from './owner.ts'

let at: Owner
beforeAll(async () => {
  at = await owner()
})
afterAll(() => at.close())
afterEach(() => vi.unstubAllEnvs())

/** What a real account adds: root's session is there before the lab, the key is offered to a profile, and the device is tried. */
const more: Record<string, string[]> = {
  'root-sign-in': [],
  'credentials-csv': ['here write', 'here add'],
  'admin-mfa': ['CreateVirtualMFADevice', 'EnableMFADevice', 'GetSessionToken'],
}

/** An owner at a fresh account over HTTP, who does in the console what a page asks for. */
const sitDown = async () => {
  await at.control('reset')
  at.proxy.injure(undefined)
  const home = newHome()
  vi.stubEnv('HOME', home)
  mkdirSync(join(home, '.aws'))
  const { AccessKeyId, SecretAccessKey, SessionToken } = await at.control('root-session')
  writeFileSync(
    join(home, '.aws', 'credentials'),
    `[root]\naws_access_key_id = ${AccessKeyId}\naws_secret_access_key = ${SecretAccessKey}\naws_session_token = ${SessionToken}\n`,
  )
  const open = () =>
    openLive({
      home: join(home, 'lab'),
      now: () => new Date(),
      env: process.env,
      profile: 'root',
      endpoint: at.proxy.endpoint,
      whoever: true,
    })
  const { sitting, close } = await open()
  const code = (seed: string, ago: number) => codeOf(seed, timeStep(Date.now()) - ago)
  const ask: Ask = async (page, problem) => {
    if (problem !== undefined) throw new Error(`"${page.title}" refused: ${problem}`)
    if (page.consent) return { Typed: page.consent.type[0]! }
    if (page.title.endsWith('MFA device to root')) await at.control('console/root-mfa')
    const seed = sitting.held.mfaDevice?.seed ?? ''
    const codes = page.shows ? [await code(seed, 2), await code(seed, 1)] : [seed && (await code(seed, 0))]
    const names = Object.keys(page.fields).filter(name => page.fields[name]!.type === 'code')
    return {
      ...initialValues(page.fields, about(sitting, steps)),
      ...Object.fromEntries(names.map((name, index) => [name, codes[index]!])),
    }
  }
  return { sitting, ask, close, open }
}

test.each(table)('$id over HTTP: fails before, holds after its own plan, then plans nothing', async row => {
  const one = await sitDown()
  const { sitting, ask } = one
  const step = steps.find(({ id }) => id === row.id)!
  for (const before of steps.slice(0, steps.indexOf(step))) await perform(before, sitting, ask)
  const planned = more[row.id] ?? row.plan
  expect((await verify(step, sitting, steps)).holds).toBe(planned.length === 0)
  expect(inWords(await plan(step, sitting, steps))).toEqual(planned)
  await perform(step, sitting, ask)
  const { holds, evidence } = await verify(step, sitting, steps)
  const levels = evidence.filter(({ beside }) => !beside).map(({ level }) => level)
  expect([holds, ...new Set(levels)]).toEqual([true, row.level])
  expect(await plan(step, sitting, steps)).toEqual([])
  one.close()
})

test('the whole lab over HTTP is taken back by the same calls, and the account is as it began', async () => {
  const one = await sitDown()
  const began = await at.state()
  for (const step of steps) await perform(step, one.sitting, one.ask)
  one.close()
  const root = await one.open()
  const plans = await planUndo(root.sitting, steps)
  expect(Object.fromEntries(plans.map(([step, actions]) => [step.id, inWords(actions)]))).toEqual(
    Object.fromEntries(table.map(({ id, undo }) => [id, undo])),
  )
  for await (const _ of carryOutUndo(plans, root.sitting, one.ask, steps));
  const { devices, ...left } = (await at.state()) as { devices: unknown[] }
  expect(left).toEqual(
    Object.fromEntries(Object.entries(began as object).filter(([name]) => name !== 'devices')),
  )
  // Root's own device is the person's to take away.
  expect(devices).toHaveLength(1)
  root.close()
})
