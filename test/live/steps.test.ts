import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { steps } from '../../src/lab/lab.ts'
import { carryOutUndo, plan, planUndo, verify } from '../../src/lab/run.ts'
import { inWords, perform } from '../lab/learner.ts'
import { table } from '../lab/table.ts'
import { owner, type Owner } from './owner.ts'
import { sitDown } from './sit-down.ts'

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

test.each(table)('$id over HTTP: fails before, holds after its own plan, then plans nothing', async row => {
  const one = await sitDown(at)
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
  const one = await sitDown(at)
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
