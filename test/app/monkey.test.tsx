import { expect, test } from 'vitest'
import { sitDown } from './learner.tsx'
import { monkey } from './monkey.ts'

test.each([1, 2, 3, 4])(
  'a quarter of 10,000 keys at random, from the seed %i, breaks nothing',
  async seed => {
    const learner = await sitDown()
    await learner.until('Enter plan')
    expect(await monkey(learner, { seed, keys: 2500 })).toEqual([])
    await learner.resize(80, 24)
    await learner.until(/SIMULATOR|No camera/)
  },
  120_000,
)
