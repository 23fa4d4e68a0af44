import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { asJson } from '../../src/commands/as-json.ts'
import { paint, printable } from '../../src/commands/paint.ts'
import { quoted } from '../../src/lab/quoted.ts'
import { shown, shownLines } from '../../src/lab/shown.ts'

/** Every character that a terminal obeys: C0, DEL, C1, ends of lines, turns of direction. */
const obeyed = [
  ...Array.from({ length: 0x20 }, (_, code) => code),
  ...Array.from({ length: 0x21 }, (_, code) => 0x7f + code),
  0x61c,
  0x200e,
  0x200f,
  0x2028,
  0x2029,
  0x202a,
  0x202b,
  0x202c,
  0x202d,
  0x202e,
  0x2066,
  0x2067,
  0x2068,
  0x2069,
].map(code => String.fromCodePoint(code))

test.each([
  ['admin', 'admin'],
  ['Zoë 漢字 👩🏽‍🚀', 'Zoë 漢字 👩🏽‍🚀'],
  ['\u001B]0;title\u0007', '␛]0;title␇'],
  ['\u001B[2J\u001B[31mred', '␛[2J␛[31mred'],
  ['\u009B2J', '<U+009B>2J'],
  ['a\r\nb\tc\u007F', 'a␍␊b␉c␡'],
  ['\u202Enimda', '<U+202E>nimda'],
])('%j is shown as %s', (text, wanted) => expect(shown(text)).toBe(wanted))

test('of all that a terminal obeys nothing is left, on one line or on several', () => {
  const all = obeyed.join('')
  expect(obeyed.filter(character => shown(all).includes(character))).toEqual([])
  expect(obeyed.filter(character => shownLines(all).includes(character))).toEqual(['\n'])
  expect(obeyed.filter(character => printable(all, true).includes(character))).toEqual(['\n'])
  expect(obeyed.filter(character => asJson(all).includes(character))).toEqual([])
  expect(JSON.parse(asJson(all))).toBe(all)
})

test('colours of ours are printed, and only where there is colour', () => {
  const line = `${paint('good', '✓ \u001B[31m', true)} admin`
  expect(printable(line, true)).toBe('\u001B[32m✓ ␛[31m\u001B[0m admin')
  expect(printable(line)).toBe('␛[32m✓ ␛[31m␛[0m admin')
})

test.each(['plain', "it's", 'back\\slash', '\u001B[2J', "a\n'b'\\\t\u007F", '漢 $(id) `id`'])(
  'a shell reads %j back as it was',
  text => {
    const read = execFileSync('bash', ['--norc', '-c', `printf %s ${quoted(text)}`], {
      env: { LC_ALL: 'C.UTF-8' },
    })
    expect(read.toString()).toBe(text)
    expect(quoted(text)).not.toMatch(/\p{Cc}/u)
  },
)
