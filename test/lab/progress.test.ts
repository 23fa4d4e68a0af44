import { appendFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { beforeOf, chosenIn, doneHere, madeBy, openProgress, tasksSaid } from '../../src/lab/progress.ts'
import { newHome } from '../home.ts'
import { learner } from './learner.ts'

const now = () => new Date('2026-01-02T03:04:05Z')
const at = '2026-01-02T03:04:05.000Z'

test('what was recorded is there at the next start, in a file of mode 0600', () => {
  const file = join(newHome(), 'account', 'progress.jsonl')
  const first = openProgress(file, now)
  first.record({ type: 'chose', step: 'admin-group', values: { GroupName: 'Admins' } })
  first.record({ type: 'answered', step: 'admin-group', call: 'iam:CreateGroup', outcome: 'ok', ms: 3 })
  const again = openProgress(file, now)
  expect(again.entries()).toEqual([
    { at, type: 'chose', step: 'admin-group', values: { GroupName: 'Admins' } },
    { at, type: 'answered', step: 'admin-group', call: 'iam:CreateGroup', outcome: 'ok', ms: 3 },
  ])
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('a line cut off by a crash is dropped, and the next one does not run into it', () => {
  const file = join(newHome(), 'progress.jsonl')
  openProgress(file, now).record({ type: 'undone', step: 'admin-group' })
  const whole = readFileSync(file, 'utf8')
  appendFileSync(file, '{"at":"2026-01-02T0')
  const again = openProgress(file, now)
  expect(again.entries()).toHaveLength(1)
  again.record({ type: 'undone', step: 'admin-user' })
  expect(readFileSync(file, 'utf8')).toBe(whole + whole.replace('admin-group', 'admin-user'))
})

test('a whole line that cannot be read is an error that names file and line, and the file stays', () => {
  const file = join(newHome(), 'progress.jsonl')
  writeFileSync(file, '{"at":"x","type":"undone","step":"admin-group"}\nnonsense\n')
  expect(() => openProgress(file, now)).toThrow(`Line 2 of ${file} cannot be read.`)
  expect(readFileSync(file, 'utf8')).toContain('nonsense')
})

test('a journal that cannot be read does not keep the account locked', async () => {
  const one = await learner()
  const file = join(one.home, one.sitting.accountId, 'progress.jsonl')
  await one.reach('root-sign-in')
  one.close()
  appendFileSync(file, 'nonsense\n')
  await expect(learner({ home: one.home })).rejects.toThrow('cannot be read')
  rmSync(file)
  const again = await learner({ home: one.home })
  expect(again.sitting.accountId).toBe(one.sitting.accountId)
  again.close()
})

test('a step that was undone has nothing to its name', () => {
  const progress = openProgress(join(newHome(), 'p'), now)
  const before = { AccountAlias: 'old' }
  const input = { AccountAlias: 'new' }
  progress.record({ type: 'chose', step: 'account-alias', values: { AccountAlias: 'new' } })
  progress.record({ type: 'sending', step: 'account-alias', call: 'iam:CreateAccountAlias', input, before })
  progress.record({
    type: 'answered',
    step: 'account-alias',
    call: 'iam:CreateAccountAlias',
    outcome: 'ok',
    ms: 1,
  })
  progress.record({ type: 'said', step: 'billing-access', task: 'activate-iam-access-to-billing' })
  const known = () => [
    chosenIn(progress, 'account-alias'),
    madeBy(progress, 'account-alias', 'iam:CreateAccountAlias'),
    beforeOf(progress, 'account-alias', 'iam:CreateAccountAlias'),
    doneHere(progress, 'account-alias'),
    [...tasksSaid(progress)],
  ]
  expect(known()).toEqual([
    { AccountAlias: 'new' },
    [input],
    before,
    true,
    ['activate-iam-access-to-billing'],
  ])
  progress.record({ type: 'undone', step: 'account-alias' })
  progress.record({ type: 'undone', step: 'billing-access' })
  expect(known()).toEqual([{}, [], undefined, false, []])
})

test('what was made is what was asked for and answered well, with the id that the answer gave', () => {
  const progress = openProgress(join(newHome(), 'p'), now)
  const [step, call] = ['admin-user', 'iam:CreateAccessKey']
  const answer = (UserName: string, outcome: string, made?: object) => {
    progress.record({ type: 'sending', step, call, input: { UserName } })
    progress.record({ type: 'answered', step, call, outcome, ms: 1, ...(made && { made: { ...made } }) })
  }
  answer('ada', 'LimitExceeded')
  answer('bob', 'ok', { AccessKeyId: 'AKIAIOSFODNN7EXAMPLE' })
  answer('ada', 'ok')
  expect(madeBy(progress, step, call)).toEqual([
    { UserName: 'bob', AccessKeyId: 'AKIAIOSFODNN7EXAMPLE' },
    { UserName: 'ada' },
  ])
})
