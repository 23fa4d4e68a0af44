import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { isReadName } from '../../src/lab/account.ts'
import { steps } from '../../src/lab/lab.ts'
import { readBack, verify } from '../../src/lab/run.ts'
import { perform } from '../lab/learner.ts'
import { owner, type Owner } from './owner.ts'
import type { Fault } from './proxy.ts'
import { sitDown } from './sit-down.ts'

let at: Owner
beforeAll(async () => {
  at = await owner()
})
afterAll(() => at.close())
afterEach(() => vi.unstubAllEnvs())

const isRead = (action: string) =>
  isReadName(`iam:${action}`) || isReadName(`sts:${action}`) || !/^[A-Z]/.test(action)

/** Does the lab in one sitting, with little patience; one call is answered too late. Answers what was sent, and the end state. */
const doLab = async (late?: { at: number; fault: Fault }) => {
  const one = await sitDown(at, { connectionTimeout: 1000, requestTimeout: 150 })
  const { sitting, ask } = one
  sitting.pause = () => Promise.resolve()
  at.proxy.injure(late)
  const holds: boolean[] = []
  for (const step of steps) {
    await perform(step, sitting, ask)
    holds.push((await readBack(step, sitting, steps)).holds)
  }
  const seen = at.proxy.seen()
  at.proxy.injure(undefined)
  const keys = (await verify(steps[6]!, sitting, steps)).holds
  one.close()
  return { seen, state: await at.state(), holds, keys, ids: await at.keyIds() }
}

test('an answer that comes too late is settled by reading the account, and the lab goes on', async () => {
  const undisturbed = await doLab()
  expect(undisturbed.holds).toEqual(steps.map(() => true))
  const kinds: Fault[] = ['late-before', 'late-after']
  const cases = undisturbed.seen.flatMap((action, index) =>
    isRead(action)
      ? [{ at: index + 1, action, fault: kinds[index % 2]! }]
      : kinds.map(fault => ({ at: index + 1, action, fault })),
  )
  const wrong: string[] = []
  for (const { action, ...late } of cases) {
    const { state, holds, ids } = await doLab(late)
    if (
      holds.includes(false) ||
      ids.length !== 1 ||
      JSON.stringify(state) !== JSON.stringify(undisturbed.state)
    )
      wrong.push(`${late.fault} at ${late.at} ${action}: ${JSON.stringify({ holds, ids, state })}`)
  }
  console.log(
    `${cases.length} late answers at ${undisturbed.seen.length} calls: ${cases.length - wrong.length} same end state`,
  )
  expect(wrong).toEqual([])
}, 200_000)
