import { expect, onTestFinished, test, vi } from 'vitest'
import { constant, homeOfAlways, now } from '../constant.ts'
import { doLab, sitDown } from './learner.tsx'

test.each([
  [80, 24],
  [120, 40],
])('every frame of the whole lab at %ix%i is as it was looked at and kept', async (columns, rows) => {
  vi.useFakeTimers({ toFake: ['Date'], now })
  onTestFinished(() => void vi.useRealTimers())
  const learner = await sitDown({ home: homeOfAlways(), columns, rows })
  const frames = await doLab(learner)
  const kept = frames.map((frame, index) => `--- ${index + 1}\n${constant(frame)}\n`).join('')
  await expect(kept).toMatchFileSnapshot(`frames/${columns}x${rows}.txt`)
})
