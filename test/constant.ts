import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { freshAccount } from '../src/sim/fresh-account.ts'
import { openStore } from '../src/sim/store.ts'
import type { Cell } from './screen.ts'

/** A day on which nothing moves: stamps and codes are the same at every run. */
export const now = new Date('2026-01-02T03:04:05Z')

/** A home with the same account in it at every run. Its path is as long on every platform, since lines are broken by length. */
export const homeOfAlways = (): string => {
  const home = mkdtempSync('/tmp/iam-lab-')
  const create = () => freshAccount({ now, id: '111122223333', random: () => 0 })
  openStore(join(home, 'sim', 'practice'), { now: () => now, create }).store.close()
  return home
}

/** What stands for the cells of a QR code. */
const hiddenInText = (cells: string) => '#'.repeat(cells.trimEnd().length)
const hiddenInCells = (cells: string) => '▒'.repeat(cells.trimEnd().length).padEnd(cells.length)

/** What is random or of the moment stands there as a constant of the same length: the home, ids, seeds, codes, stamps, and the QR code's cells. */
export const constant = (frame: string, hidden = hiddenInText): string =>
  frame
    .replaceAll(/\b\d{12}\b/g, '111122223333')
    .replaceAll(/\biam-lab-\d{6}\b/g, 'iam-lab-223333')
    .replaceAll(/\/tmp\/iam-lab-\w{6}/g, '/tmp/iam-lab-000000')
    .replaceAll(/127\.0\.0\.1:\d{5}\b/g, '127.0.0.1:40000')
    .replaceAll(/AKIA[A-Z2-7]{16}/g, 'AKIAIOSFODNN7EXAMPLE')
    .replaceAll(/\b[A-Z2-7]{4}( [A-Z2-7]{4}){3}\b/g, 'SEED SEED SEED SEED')
    .replaceAll(/\[\d\]/g, '[#]')
    .replaceAll(/\b\d{3} \d{3}\b/g, '### ###')
    .replaceAll(/\b\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/g, '2026-01-02 03:04:05 UTC')
    .replaceAll(/\buntil \d\d:\d\d UTC/g, 'until 03:04 UTC')
    .replaceAll(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '00000000-0000-0000-0000-000000000000')
    .split('\n')
    .map(line => (/^[▀▄█][ ▀▄█]{40,}/.test(line) ? line.replace(/^[ ▀▄█]+/, hidden) : line))
    .join('\n')

/** The same for a screen with its colours. */
export const constantCells = (rows: Cell[][]): Cell[][] =>
  rows.map(row => {
    const letters = row.map(({ text }) => (text === '' ? ' ' : text.length === 1 ? text : '\uFFFD'))
    const after = constant(letters.join(''), hiddenInCells)
    if (after.length !== letters.length) throw new Error(`A row changed its length: ${after}`)
    return row.map((cell, x) => (after[x] === letters[x] ? cell : { ...cell, text: after[x]! }))
  })
