import { afterAll, beforeAll, expect, test } from 'vitest'
import { isReadName } from '../../src/lab/account.ts'
import { sitDown as sitAtScreen } from '../app/learner.tsx'
import { monkey } from '../app/monkey.ts'
import { owner, type Owner } from './owner.ts'
import { sitDown } from './sit-down.ts'

let at: Owner
beforeAll(async () => {
  at = await owner()
})
afterAll(() => at.close())

test('2,000 keys at random never reach a change in a real account', async () => {
  const one = await sitDown(at)
  one.close()
  const before = await at.state()
  at.proxy.injure(undefined)
  const opened = await one.open()
  const learner = await sitAtScreen({ label: 'LIVE', opening: () => Promise.resolve(opened) })
  await learner.until('IAM users sign in at an address')
  let consents = 0
  /** Now and then it is led to where a key could change something. */
  const begin = async () => {
    await learner.resize(80, 24)
    await learner.press('esc', 'esc', 'esc')
    await learner.type(':5.')
    await learner.press('enter', 'enter')
    await learner.until('Enter do this')
    await learner.enter('This changes the account')
    consents += 1
  }
  expect(await monkey(learner, { seed: 3, keys: 2000, begin })).toEqual([])
  expect(consents).toBeGreaterThan(5)
  const isRead = (action: string) => isReadName(`iam:${action}`) || isReadName(`sts:${action}`)
  expect(at.proxy.seen().filter(action => /^[A-Z]/.test(action) && !isRead(action))).toEqual([])
  expect(await at.state()).toEqual(before)
  opened.close()
}, 120_000)
