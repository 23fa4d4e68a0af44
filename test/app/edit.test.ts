import { expect, test } from 'vitest'
import { edit, graphemes, lineOf, type Line } from '../../src/app/parts/edit.ts'

/** A line with `|` where its cursor is. */
const drawn = ({ value, cursor }: Line): string => {
  const all = graphemes(value)
  return `${all.slice(0, cursor).join('')}|${all.slice(cursor).join('')}`
}
const line = (drawing: string): Line => {
  const [before, after] = drawing.split('|')
  return { value: `${before}${after}`, cursor: graphemes(before!).length }
}

type Key = Parameters<typeof edit>[2]
const rows: [what: string, before: string, input: string, key: Key, after: string][] = [
  ['a letter goes in where the cursor is', 'ab|d', 'c', {}, 'abc|d'],
  ['letters that arrive together go in together', 'a|', 'bcd', {}, 'abcd|'],
  [
    'pasted line ends and control characters are left out',
    'x|',
    'one\r\ntwo\u0007\tthree\u001B',
    {},
    'xonetwothree|',
  ],
  ['a paste of nothing but line ends changes nothing', 'x|y', '\n\n', {}, 'x|y'],
  ['an emoji of several code points is one character', '👩‍👩‍👧‍👦|', 'x', {}, '👩‍👩‍👧‍👦x|'],
  ['an accent joins the letter before it', 'e|x', '\u0301', {}, 'e\u0301|x'],
  ['Backspace takes one character, however long', 'a👍🏽|b', '', { backspace: true }, 'a|b'],
  ['Backspace at the start does nothing', '|ab', '', { backspace: true }, '|ab'],
  ['Delete takes the one under the cursor', 'a|👍🏽b', '', { delete: true }, 'a|b'],
  ['Delete at the end does nothing', 'ab|', '', { delete: true }, 'ab|'],
  ['Left moves by characters', 'a👍🏽|', '', { leftArrow: true }, 'a|👍🏽'],
  ['Left stops at the start', '|a', '', { leftArrow: true }, '|a'],
  ['Right moves by characters', 'a|世界', '', { rightArrow: true }, 'a世|界'],
  ['Right stops at the end', 'a|', '', { rightArrow: true }, 'a|'],
  ['Home goes to the start', 'abc|', '', { home: true }, '|abc'],
  ['End goes to the end', '|abc', '', { end: true }, 'abc|'],
  ['Ctrl-A goes to the start', 'ab|c', 'a', { ctrl: true }, '|abc'],
  ['Ctrl-E goes to the end', 'a|bc', 'e', { ctrl: true }, 'abc|'],
  ['Ctrl-U empties what is before the cursor', 'abc|d', 'u', { ctrl: true }, '|d'],
  ['Ctrl-K empties what is after the cursor', 'a|bcd', 'k', { ctrl: true }, 'a|'],
  ['Ctrl-W takes the word before the cursor', 'one two|', 'w', { ctrl: true }, 'one |'],
  ['Ctrl-W takes the gap too', 'one two  |three', 'w', { ctrl: true }, 'one |three'],
  ['Ctrl-D takes the character under the cursor', 'a|bc', 'd', { ctrl: true }, 'a|c'],
  ['Ctrl-H is Backspace', 'ab|', 'h', { ctrl: true }, 'a|'],
  ['Alt-B goes a word back', 'first.second third|', 'b', { meta: true }, 'first.second |third'],
  ['Ctrl-Left goes a word back', 'first.second|', '', { ctrl: true, leftArrow: true }, 'first.|second'],
  ['Alt-F goes a word on', '|first second', 'f', { meta: true }, 'first| second'],
  ['Ctrl-Right goes a word on', 'first| second', '', { ctrl: true, rightArrow: true }, 'first second|'],
  ['Alt-D takes the word after the cursor', '|first second', 'd', { meta: true }, '| second'],
  [
    'Alt-Backspace takes the word before the cursor',
    'first second|',
    '',
    { meta: true, backspace: true },
    'first |',
  ],
  ['another key with Ctrl writes nothing', 'a|', 'x', { ctrl: true }, 'a|'],
  ['another key with Alt writes nothing', 'a|', 'x', { meta: true }, 'a|'],
  ['Enter writes nothing', 'a|', '\r', { return: true }, 'a|'],
  ['Tab writes nothing', 'a|', '\t', { tab: true }, 'a|'],
  ['Up writes nothing', 'a|', '', { upArrow: true }, 'a|'],
]

test.each(rows)('%s', (_, before, input, key, after) => {
  expect(drawn(edit(line(before), input, key))).toBe(after)
})

test('a line that is filled in has its cursor at its end', () => {
  expect(lineOf('a👍🏽')).toEqual({ value: 'a👍🏽', cursor: 2 })
})

test('a cursor behind a text that has become shorter counts as its end', () => {
  expect(drawn(edit({ value: 'ab', cursor: 9 }, 'c', {}))).toBe('abc|')
})

/** What stands there after each of these keys: `^_` undoes. */
const undone: [what: string, keys: string[], lines: string[]][] = [
  ['a word comes and goes as one', ['a', 'b', 'c', '^_'], ['a|', 'ab|', 'abc|', '|']],
  [
    'words are undone one by one',
    ['a', 'b', ' ', 'c', 'd', '^_', '^_', '^_'],
    ['a|', 'ab|', 'ab |', 'ab c|', 'ab cd|', 'ab |', 'ab|', '|'],
  ],
  ['what was pasted is undone whole', ['a', 'one two', '^_', '^_'], ['a|', 'aone two|', 'a|', '|']],
  [
    'what was deleted comes back, with its cursor',
    ['one two', '^W', '^_'],
    ['one two|', 'one |', 'one two|'],
  ],
  ['an emptied line comes back', ['one', '^U', 'x', '^_', '^_'], ['one|', '|', 'x|', '|', 'one|']],
  ['moving is nothing to undo', ['ab', '^A', '^_'], ['ab|', '|ab', '|']],
  ['with nothing to undo nothing happens', ['^_', 'a', '^_', '^_'], ['|', 'a|', '|', '|']],
]
test.each(undone)('%s', (_, keys, lines) => {
  let now = lineOf('')
  const seen = keys.map(key => {
    const control = key === '^_' ? '\u001F' : key.startsWith('^') ? key[1]!.toLowerCase() : key
    now = edit(now, control, { ctrl: key.startsWith('^') && key !== '^_' })
    return drawn(now)
  })
  expect(seen).toEqual(lines)
})

test('undo by the name of its key is the same, and a hundred changes are kept', () => {
  let now = lineOf('')
  for (let count = 0; count < 120; count++) now = edit(now, 'a ', {})
  for (let count = 0; count < 120; count++) now = edit(now, '_', { ctrl: true })
  expect(now).toEqual({ ...lineOf('a '.repeat(20)), past: [] })
})
