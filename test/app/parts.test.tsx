import { render } from 'ink-testing-library'
import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { EvidenceList } from '../../src/app/parts/EvidenceList.tsx'
import { Header } from '../../src/app/parts/Header.tsx'
import { Plan } from '../../src/app/parts/Plan.tsx'
import { initialState } from '../../src/app/state.ts'
import type { Evidence, Level } from '../../src/lab/step.ts'

const drawn = (element: Parameters<typeof render>[0]) => {
  const { lastFrame, unmount } = render(element)
  const frame = stripVTControlCharacters(lastFrame()!)
  unmount()
  return frame
}

const evidence = (level: Level, source: string, holds = true): Evidence => ({
  claim: 'The group Admins has AdministratorAccess',
  holds,
  level,
  source,
  saw: 'arn:aws:iam::aws:policy/AdministratorAccess',
  at: '2026-01-02T03:04:05.000Z',
})

test.each([
  [evidence('applied', 'iam:ListAttachedGroupPolicies'), '● applied  ', 'iam:ListAttachedGroupPolicies: '],
  [evidence('verified', 'iam:ListAttachedGroupPolicies'), '◆ verified ', 'iam:ListAttachedGroupPolicies: '],
  [evidence('attested', 'you'), '▲ attested ', ''],
  [
    evidence('applied', 'iam:ListAttachedGroupPolicies', false),
    '✗ not yet  ',
    'iam:ListAttachedGroupPolicies: ',
  ],
])('%# evidence shows by mark and word how far it proves, by what, and when', (each, mark, source) => {
  expect(drawn(<EvidenceList evidence={[each]} />)).toBe(
    [
      '',
      `${mark} The group Admins has AdministratorAccess`,
      ...wrapped(`${source}arn:aws:iam::aws:policy/AdministratorAccess`),
      '            2026-01-02 03:04:05 UTC',
    ].join('\n'),
  )
})

const wrapped = (text: string) => {
  const [first = '', rest] = text.length > 64 ? text.split(' ') : [text]
  return [first, rest].flatMap(line => (line ? [`            ${line}`] : []))
}

test.each([
  ['SIMULATOR', '╭', '╰'],
  ['LIVE', '╔', '╚'],
] as const)('%s is told by word and border, also without colour', (label, top, bottom) => {
  const state = {
    ...initialState(['root-sign-in', 'account-alias']),
    open: true,
    accountId: '111122223333',
    alias: 'my-lab',
    identity: 'arn:aws:iam::111122223333:user/admin',
  }
  const [first, middle, last] = drawn(<Header label={label} state={state} columns={80} tall />).split('\n')
  expect([first![0], last![0]]).toEqual([top, bottom])
  expect(middle!.replaceAll(/\s+/g, ' ')).toContain(
    `${label} iam-lab 111122223333 (my-lab) user/admin 0 of 2`,
  )
})

test('a call that was refused shows AWS’s code', () => {
  const frame = drawn(
    <Plan
      items={[
        { kind: 'call', name: 'iam:CreateUser', status: 'failed', outcome: 'EntityAlreadyExists', ms: 3 },
      ]}
    />,
  )
  expect(frame).toContain('iam:CreateUser')
  expect(frame).toContain('EntityAlreadyExists')
})
