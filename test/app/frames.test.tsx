import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { freshAccount } from '../../src/sim/fresh-account.ts'
import { openStore } from '../../src/sim/store.ts'
import { doLab, sitDown } from './learner.tsx'

/** A day on which nothing moves: stamps and codes are the same at every run. */
const now = new Date('2026-01-02T03:04:05Z')

/** A home with the same account in it at every run. Its path is as long on every platform, since lines are broken by length. */
const homeOfAlways = () => {
  const home = mkdtempSync('/tmp/iam-lab-')
  const create = () => freshAccount({ now, id: '111122223333', random: () => 0 })
  openStore(join(home, 'sim', 'practice'), { now: () => now, create }).store.close()
  return home
}

/** What is random stands there as a constant of the same length: the home, ids, seeds, codes, and the QR code's cells. */
const constant = (frame: string): string =>
  frame
    .replaceAll(/\/tmp\/iam-lab-\w{6}/g, '/tmp/iam-lab-000000')
    .replaceAll(/AKIA[A-Z2-7]{16}/g, 'AKIAIOSFODNN7EXAMPLE')
    .replaceAll(/\b[A-Z2-7]{4}( [A-Z2-7]{4}){3}\b/g, 'SEED SEED SEED SEED')
    .replaceAll(/\[\d\]/g, '[#]')
    .replaceAll(/\b\d{3} \d{3}\b/g, '### ###')
    .split('\n')
    .map(line =>
      /^[▀▄█][ ▀▄█]{40,}/.test(line)
        ? line.replace(/^[ ▀▄█]+/, cells => '#'.repeat(cells.trimEnd().length))
        : line,
    )
    .join('\n')

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
