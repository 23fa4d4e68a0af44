import { expect, test } from 'vitest'
import type { Page } from '../../src/lab/console.ts'
import type { Evidence } from '../../src/lab/step.ts'
import type { Item } from '../../src/app/item.ts'
import { lineOf } from '../../src/app/parts/edit.ts'
import { doneCount, initialState, nextOpen, reduce, type Event, type State } from '../../src/app/state.ts'

const ids = ['one', 'two', 'three']
const start = initialState(ids)
const after = (events: Event[], from: State = start): State => events.reduce(reduce, from)

const evidence: Evidence[] = [
  {
    claim: 'It is so',
    holds: true,
    source: 'iam:GetUser',
    saw: 'it',
    level: 'applied',
    at: '2026-01-02T03:04:05.000Z',
  },
]
const item: Item = { name: 'iam:CreateUser', kind: 'call', status: 'waiting' }
const trouble = {
  code: 'NoSuchEntity',
  message: 'The user with name admin cannot be found.',
  fix: 'Make it.',
}
const codePage: Page = {
  title: 'Codes',
  url: 'https://console.aws.amazon.com/',
  instructions: [],
  shows: { seed: 'JBSWY3DPEHPK3PXP', otpauth: 'otpauth://totp/a@111122223333?secret=JBSWY3DPEHPK3PXP' },
  fields: {
    Name: { label: 'Name', type: 'text', limits: '', initial: '' },
    Code: { label: 'Code', type: 'code', limits: '', initial: '' },
  },
}
const empty = { Name: lineOf(''), Code: lineOf('') }

const planned: Event[] = [{ type: 'planning' }, { type: 'planned', run: 1, actions: [], items: [item] }]
const running: Event[] = [...planned, { type: 'confirmed' }]
const askedFor: Event[] = [
  ...running,
  { type: 'asked', run: 1, page: codePage, problem: undefined, lines: empty },
]

const phases: [sentence: string, events: Event[], phase: State['phase']][] = [
  ['a step opens to be read', [], { at: 'reading' }],
  ['a plan is looked for', [{ type: 'planning' }], { at: 'planning' }],
  ['a plan is shown before anything is done', planned, { at: 'previewing', actions: [], items: [item] }],
  ['what was shown is carried out', running, { at: 'running', items: [item] }],
  [
    'nothing is carried out that was not shown',
    [{ type: 'planning' }, { type: 'confirmed' }],
    { at: 'planning' },
  ],
  [
    'a secret to scan comes before the codes',
    askedFor,
    { at: 'asking', items: [item], page: codePage, problem: undefined, lines: empty, view: 'qr' },
  ],
  [
    'the codes come after the scan',
    [...askedFor, { type: 'scanned' }],
    { at: 'asking', items: [item], page: codePage, problem: undefined, lines: empty, view: 'form' },
  ],
  [
    'a refusal keeps what was typed, begins the codes anew, and does not show the secret again',
    [
      ...askedFor,
      { type: 'scanned' },
      { type: 'typed', field: 'Name', line: lineOf('phone') },
      { type: 'typed', field: 'Code', line: lineOf('123456') },
      { type: 'answered' },
      { type: 'happened', run: 1, happening: { type: 'refused', problem: 'No.' } },
      { type: 'asked', run: 1, page: codePage, problem: 'No.', lines: empty },
    ],
    {
      at: 'asking',
      items: [item],
      page: codePage,
      problem: 'No.',
      lines: { Name: lineOf('phone'), Code: lineOf('') },
      view: 'form',
    },
  ],
  [
    'a call that fails is marked, with AWS’s words',
    [
      ...running,
      { type: 'happened', run: 1, happening: { type: 'sending', call: { input: {} } as never } },
      { type: 'failed', run: 1, trouble },
    ],
    { at: 'failed', items: [{ ...item, status: 'failed' }], trouble },
  ],
  [
    'what was read back is the end',
    [...running, { type: 'reading-back', run: 1 }, { type: 'finished', run: 1, how: 'now', evidence }],
    { at: 'done', how: 'now', evidence },
  ],
  ['leaving goes back to the text', [...askedFor, { type: 'left' }], { at: 'reading' }],
  [
    'the answer to a plan that was left changes nothing',
    [{ type: 'planning' }, { type: 'left' }, { type: 'planned', run: 1, actions: [], items: [item] }],
    { at: 'reading' },
  ],
  [
    'a failure of a run that was left changes nothing',
    [...running, { type: 'left' }, { type: 'failed', run: 1, trouble }],
    { at: 'reading' },
  ],
  [
    'a page of a run that was left is not asked',
    [
      ...running,
      { type: 'left' },
      { type: 'asked', run: 1, page: codePage, problem: undefined, lines: empty },
    ],
    { at: 'reading' },
  ],
  [
    'a step that is done opens with its evidence',
    [
      { type: 'stood', step: 'two', evidence },
      { type: 'moved', cursor: 1 },
    ],
    { at: 'done', how: 'before', evidence },
  ],
  [
    'a field of a step that is done opens its form',
    [
      { type: 'stood', step: 'two', evidence },
      { type: 'moved', cursor: 1 },
      { type: 'focused', field: 'Name' },
    ],
    { at: 'reading' },
  ],
]

test.each(phases)('%s', (_, events, phase) => {
  expect(after(events).phase).toEqual(phase)
})

test('the lab suggests where to begin, until the learner has gone somewhere', () => {
  expect(after([{ type: 'suggested', cursor: 2 }]).cursor).toBe(2)
  expect(
    after([
      { type: 'moved', cursor: 1 },
      { type: 'suggested', cursor: 2 },
    ]).cursor,
  ).toBe(1)
})

test('the next open step is looked for after this one, then from the top', () => {
  const done = (...steps: string[]) => after(steps.map(step => ({ type: 'stood', step, evidence })))
  expect(nextOpen(done('one'))).toBe(1)
  expect(nextOpen({ ...done('two', 'three'), cursor: 2 })).toBe(0)
  expect(nextOpen({ ...done('one', 'two', 'three'), cursor: 2 })).toBe(undefined)
  expect(doneCount(done('one', 'three'))).toBe(2)
})

test('a step that no longer holds is open again', () => {
  const state = after([
    { type: 'stood', step: 'one', evidence },
    { type: 'stood', step: 'one', evidence: undefined },
  ])
  expect(state.standing).toEqual({})
})

test('what was typed survives leaving, moving and failing', () => {
  const state = after([
    { type: 'typed', field: 'Name', line: lineOf('ann') },
    ...running,
    { type: 'failed', run: 1, trouble },
    { type: 'moved', cursor: 1 },
    { type: 'moved', cursor: 0 },
  ])
  expect(state.typed).toEqual({ one: { Name: lineOf('ann') } })
})

test('a field is checked from its first letter, a code when it is sent', () => {
  const page = after([
    ...askedFor,
    { type: 'scanned' },
    { type: 'typed', field: 'Code', line: lineOf('1') },
    { type: 'typed', field: 'Name', line: lineOf('x') },
  ])
  expect([...page.touched]).toEqual(['Name'])
  expect([...reduce(page, { type: 'revealed', fields: ['Code'], focus: 'Code' }).touched]).toEqual([
    'Name',
    'Code',
  ])
})

test('the first code has the focus as soon as codes are asked for', () => {
  expect(after(askedFor).focus).toBe(undefined)
  expect(after([...askedFor, { type: 'scanned' }]).focus).toBe('Code')
})

test('hints go from the first to the third and stay there', () => {
  const hinted = (times: number) =>
    after(Array.from({ length: times }, () => ({ type: 'hinted' }) as const)).hints
  expect([1, 2, 3, 4].map(times => hinted(times)['one'])).toEqual([1, 2, 3, 3])
})

test('scrolling stays within the text', () => {
  const long = after([{ type: 'measured', first: 0, last: 10 }])
  expect(
    after(
      [
        { type: 'scrolled', by: 8 },
        { type: 'scrolled', by: 8 },
      ],
      long,
    ).scroll,
  ).toEqual({ at: 10, first: 10, last: 10 })
  expect(after([{ type: 'scrolled', by: -8 }], long).scroll).toEqual({ at: 0, first: 0, last: 10 })
  expect(
    after(
      [
        { type: 'scrolled', by: 8 },
        { type: 'measured', first: 3, last: 3 },
      ],
      long,
    ).scroll,
  ).toEqual({ at: 3, first: 3, last: 3 })
})

test('what has to be in sight is scrolled away from, from where it stands, and typing brings it back', () => {
  const followed = after([{ type: 'measured', first: 6, last: 10 }])
  const away = after([{ type: 'scrolled', by: -4 }], followed)
  expect([followed.scroll.at, away.scroll]).toEqual([undefined, { at: 2, first: 2, last: 10 }])
  const typed = after([{ type: 'typed', field: 'Name', line: lineOf('a') }], away)
  expect(typed.scroll.at).toBeUndefined()
})

test('secrets are masked until they are asked for', () => {
  expect([start.masked, after([{ type: 'masked' }]).masked]).toEqual([true, false])
})
