import type { Key } from 'ink'
import { expect, test } from 'vitest'
import type { Page } from '../../src/lab/console.ts'
import { applies, bindings, keyLine, strokes, type Context } from '../../src/app/keys.ts'
import { fitKeys } from '../../src/app/parts/KeyLine.tsx'
import { wrapped } from '../../src/app/parts/Prose.tsx'
import { initialState, type Phase, type State } from '../../src/app/state.ts'

const key = (pressed: Partial<Key> = {}): Key =>
  ({ ctrl: false, meta: false, return: false, tab: false, ...pressed }) as Key

const page: Page = {
  title: 'Codes',
  url: 'https://console.aws.amazon.com/',
  instructions: [],
  shows: { seed: 'JBSWY3DPEHPK3PXP', otpauth: 'otpauth://totp/a@111122223333?secret=JBSWY3DPEHPK3PXP' },
  fields: { Code: { label: 'Code', type: 'code', limits: '', initial: '' } },
}
const lines = { Code: { value: '', cursor: 0 } }
const asking = (view: 'qr' | 'form'): Phase => ({
  at: 'asking',
  items: [],
  page,
  problem: undefined,
  lines,
  view,
})

const at = (state: Partial<State> = {}, given: Partial<Context> = {}): Context => ({
  state: { ...initialState(['one', 'two']), open: true, ...state },
  fields: false,
  secrets: false,
  codes: false,
  phone: true,
  billing: true,
  serve: true,
  csv: false,
  choices: 0,
  lines: 0,
  ...given,
})

const shown = (context: Context, typing = false) =>
  keyLine(context, typing)
    .map(({ keys, label }) => `${keys} ${label}`)
    .join(' · ')

const evidence = { one: [], two: [] }

/** The key line in each situation: what applies, and what Enter does. */
const keyLines: [situation: string, context: Context, typing: boolean, line: string][] = [
  [
    'opening',
    at({ open: false }),
    false,
    'Esc quit · ↑↓ steps · h hint · o link · d drawing · g glossary · l log · / find · : do · ? keys · q quit',
  ],
  [
    'reading',
    at({}, { fields: true }),
    false,
    'Enter plan · Tab fill in · ↑↓ steps · v phone · h hint · o link · b billing · d drawing · g glossary · l log · e serve · / find · : do · ? keys · q quit',
  ],
  [
    'a real account, which has no phone',
    at({}, { phone: false, billing: false, serve: false }),
    false,
    'Enter plan · ↑↓ steps · h hint · o link · d drawing · g glossary · l log · / find · : do · ? keys · q quit',
  ],
  ['a search', at({ panel: 'find' }), true, 'Enter go there · Esc close · ↑↓ choose'],
  ['a search for what to do', at({ panel: 'palette' }), true, 'Enter do it · Esc close · ↑↓ choose'],
  [
    'typing',
    at({ focus: 'Name' }, { fields: true }),
    true,
    'Enter plan · Esc leave the field · Tab next field',
  ],
  [
    'planning',
    at({ phase: { at: 'planning' } }),
    false,
    'Esc cancel · v phone · h hint · o link · b billing · d drawing · g glossary · l log · e serve · / find · : do · ? keys · q quit',
  ],
  [
    'previewing',
    at({ phase: { at: 'previewing', actions: [], items: [] } }, { lines: 2 }),
    false,
    'Enter do this · Esc back · ↑↓ steps · v phone · h hint · c copy · o link · b billing · d drawing · g glossary · l log · e serve · / find · : do · ? keys · q quit',
  ],
  [
    'scanning',
    at({ phase: asking('qr') }, { fields: true, codes: true }),
    false,
    'Enter type the codes · Esc cancel · v phone · h hint · o link · b billing · d drawing · g glossary · l log · e serve · / find · : do · ? keys · q quit',
  ],
  [
    'typing codes, where letters are keys',
    at({ phase: asking('form'), focus: 'Code' }, { fields: true, codes: true }),
    false,
    'Enter send · Esc cancel · Tab next field · v phone · s scan again · h hint · o link · b billing · d drawing · g glossary · l log · e serve · / find · : do · ? keys · q quit',
  ],
  [
    'the phone beside the codes',
    at({ phase: asking('form'), phone: true }, { fields: true, codes: true }),
    false,
    'Enter type these codes · Esc cancel · Tab fill in · v phone away · s scan again · h hint · o link · b billing · d drawing · g glossary · l log · e serve · / find · : do · ? keys · q quit',
  ],
  [
    'done, with a step to go',
    at({ phase: { at: 'done', how: 'now', evidence: [] }, standing: { one: [] } }),
    false,
    'Enter next step · Esc back · ↑↓ steps · v phone · h hint · o link · b billing · d drawing · g glossary · l log · e serve · / find · : do · ? keys · q quit',
  ],
  [
    'done, all of it',
    at({ phase: { at: 'done', how: 'now', evidence: [] }, standing: evidence }),
    false,
    'Enter finish · Esc back · ↑↓ steps · v phone · h hint · o link · b billing · d drawing · g glossary · l log · e serve · / find · : do · ? keys · q quit',
  ],
  [
    'failed, with a form',
    at({ phase: { at: 'failed', items: [], trouble: { code: '', message: '', fix: '' } } }, { fields: true }),
    false,
    'Enter back to the form · Esc back · Tab fill in · ↑↓ steps · v phone · h hint · o link · b billing · d drawing · g glossary · l log · e serve · / find · : do · ? keys · q quit',
  ],
  [
    'the billing page',
    at({ panel: 'billing' }),
    false,
    'Enter close · ↑↓ scroll · t switch IAM access on or off · b close · d drawing · g glossary · l log · e serve · / find · : do · ? keys · q quit',
  ],
  [
    'a port is being opened',
    at({ panel: 'serve', serving: 'starting' }),
    false,
    'Enter close · ↑↓ scroll · b billing · d drawing · g glossary · l log · / find · : do · ? keys · q quit',
  ],
  [
    'the account is served, and what to type is shown',
    at({ panel: 'serve', serving: { endpoint: 'http://127.0.0.1:4265' } }, { lines: 4 }),
    false,
    'Enter close · ↑↓ scroll · c copy · b billing · d drawing · g glossary · l log · e stop serving · / find · : do · ? keys · q quit',
  ],
  [
    'the account is served, beside the step',
    at({ serving: { endpoint: 'http://127.0.0.1:4265' } }),
    false,
    'Enter plan · ↑↓ steps · v phone · h hint · o link · b billing · d drawing · g glossary · l log · e endpoint · / find · : do · ? keys · q quit',
  ],
  ['quitting', at({ panel: 'quit', phase: { at: 'planning' } }), false, 'Enter quit · Esc stay · q quit'],
]

test.each(keyLines)('the key line while %s', (_, context, typing, line) => {
  expect(shown(context, typing)).toBe(line)
})

test('a key that is off says why, in words', () => {
  const reasons = bindings.flatMap(binding => {
    const reason = binding.off(at({}, { phone: false, billing: false, serve: false }))
    return reason === undefined ? [] : [`${binding.keys}: ${reason}`]
  })
  expect(reasons).toEqual([
    'Esc: there is nothing to go back from',
    'Tab: this step asks for nothing',
    'Shift-Tab: no field has the focus (Tab)',
    't: only on the billing page (b)',
    'v: only the practice account has a virtual phone',
    's: no device is being set up',
    '1-3: nothing is asked',
    'c: the commands are known once there is a plan (Enter)',
    'm: there is no secret on this page',
    'b: look at the billing page in the console of a real account',
    'e: only the practice account is served',
    'x: there is no credentials file',
    'PgDn: all of it is shown',
    'PgUp: all of it is shown',
  ])
})

test('no key has two meanings, and each command one binding', () => {
  expect(new Set(bindings.map(({ command }) => command)).size).toBe(bindings.length)
  const inputs = ['h', 'v', 'm', 'c', 'o', 'e', 'b', 't', 'g', 'l', '?', 'q', 'j', 'k', 's', ' ']
  const meanings = inputs.map(input => bindings.filter(({ matches }) => matches(input, key())).length)
  expect(meanings).toEqual(inputs.map(() => 1))
})

test('no letter reaches a key while a text field has the focus', () => {
  const context = at({ focus: 'Name' }, { fields: true })
  const typed = bindings.filter(binding => applies(binding, context, true))
  for (const letter of 'abcdefghijklmnopqrstuvwxyz?')
    expect(typed.filter(({ matches }) => matches(letter, key()))).toEqual([])
})

const pieces: [string, string][] = [
  ['a', 'a'],
  ['abc', 'abc'],
  ['ab\r', 'ab Enter'],
  ['\r\r', 'Enter Enter'],
  ['a\tb', 'a Tab b'],
  ['\u0001x', 'Ctrl-a x'],
  ['👩‍👩‍👧é', '👩‍👩‍👧é'],
]

test.each(pieces)('%j arrives as %j', (input, said) => {
  const words = strokes(input, key()).map(stroke => {
    if (stroke.key.return) return 'Enter'
    if (stroke.key.tab) return 'Tab'
    return stroke.key.ctrl ? `Ctrl-${stroke.input}` : stroke.input
  })
  expect(words.join(' ')).toBe(said)
})

test('where the key line has no room for all, the last two stay', () => {
  const hints = keyLine(at({}, { fields: true }), false)
  expect(fitKeys(hints, 38, 2).map(row => row.map(({ keys }) => keys).join(' '))).toEqual([
    'Enter Tab ↑↓',
    'v h ? q',
  ])
  expect(fitKeys(hints, 118, 2).flat()).toEqual(hints)
})

const texts: [string, number, string[]][] = [
  ['one two three', 7, ['one two', 'three']],
  ['one two', 3, ['one', 'two']],
  ['a\nb', 10, ['a', 'b']],
  ['/a/very/long/path', 6, ['/a/ver', 'y/long', '/path']],
  ['日本語 text', 6, ['日本語', 'text']],
  ['', 5, ['']],
]

test.each(texts)('%j in %i columns', (text, width, lines) => {
  expect(wrapped(text, width)).toEqual(lines)
})
