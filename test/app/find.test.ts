import { expect, test } from 'vitest'
import { find } from '../../src/app/find.ts'
import type { Context } from '../../src/app/keys.ts'
import { initialState } from '../../src/app/state.ts'
import { steps } from '../../src/lab/lab.ts'
import { memoryProgress } from '../../src/lab/progress.ts'

const context: Context = {
  state: { ...initialState(steps.map(({ id }) => id)), open: true, panel: 'find' },
  fields: false,
  secrets: false,
  codes: false,
  phone: true,
  billing: true,
  serve: true,
  csv: false,
  choices: 0,
  lines: 0,
}
const progress = memoryProgress(() => new Date('2026-01-02T03:04:05Z'))
progress.record({
  type: 'answered',
  step: 'admin-user',
  call: 'iam:CreateUser',
  outcome: 'ok',
  ms: 3,
  requestId: 'r-1',
})
progress.record({
  type: 'answered',
  step: 'admin-user',
  call: 'iam:CreateAccessKey',
  outcome: 'LimitExceeded',
  ms: 3,
})

const titles = (kind: 'find' | 'palette', query: string) =>
  find(kind, query, { context, steps, progress }).map(({ kind, title }) => `${kind} ${title}`)

const table: [kind: 'find' | 'palette', query: string, found: string[]][] = [
  ['find', 'root mfa', ['step 3. Give root MFA', 'step 11. Give the admin MFA']],
  ['find', 'CREATEUSER', ['call iam:CreateUser ok']],
  ['find', 'limitexceeded', ['call iam:CreateAccessKey LimitExceeded']],
  ['find', 'r-1', ['call iam:CreateUser ok']],
  ['find', 'account alias', ['word Account alias', 'step 2. Name the account']],
  ['find', 'nothing like this', []],
  ['palette', 'glossary', ['g glossary']],
  ['palette', 'mask', ['m show secrets', 'c copy']],
  ['palette', '11.', ['step 11. Give the admin MFA']],
]
test.each(table)('%s "%s"', (kind, query, found) => {
  expect(titles(kind, query)).toEqual(found)
})

test('an empty query shows everything, the steps first, the newest call before the older', () => {
  const all = titles('find', '')
  expect(all.slice(0, 11)).toEqual(steps.map(({ title }, index) => `step ${index + 1}. ${title}`))
  expect(all.slice(-2)).toEqual(['call iam:CreateAccessKey LimitExceeded', 'call iam:CreateUser ok'])
})

test('an action that is off now says why, as if nothing were open', () => {
  const [copy] = find('palette', 'copy', { context, steps, progress })
  expect(copy).toMatchObject({ kind: 'c', off: 'the commands are known once there is a plan (Enter)' })
  const [log] = find('palette', 'log', { context, steps, progress })
  expect(log).toMatchObject({ kind: 'l', off: undefined })
})
