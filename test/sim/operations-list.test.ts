import { readFileSync, writeFileSync } from 'node:fs'
import * as account from '@aws-sdk/client-account'
import * as iam from '@aws-sdk/client-iam'
import * as sts from '@aws-sdk/client-sts'
import { expect, test } from 'vitest'
import { operationStates, type OperationState } from '../../src/sim/operations-list.ts'

const file = new URL('../../docs/operations.md', import.meta.url)

/** `CreateUser` of `CreateUserCommand`; `$Command` is the class that all of them extend. */
const inTheSdk = (client: object): string[] =>
  Object.keys(client)
    .flatMap(name => /^([A-Z]\w+)Command$/.exec(name)?.[1] ?? [])
    .toSorted()

const services = [
  ['iam', 'IAM', iam],
  ['sts', 'STS', sts],
  ['account', 'Account Management', account],
] as const

test.each(services)('every operation that the SDK has of %s is listed once', (service, _, client) => {
  const listed = operationStates().filter(one => one.service === service)
  expect(listed.map(({ operation }) => operation)).toEqual(inTheSdk(client))
})

test('every operation that is not simulated has a reason', () => {
  expect(operationStates().filter(({ state, note }) => state === 'not simulated' && note === '')).toEqual([])
})

const table = (title: string, states: OperationState[]): string[] => {
  const simulated = states.filter(({ state }) => state === 'simulated').length
  return [
    `## ${title}: ${simulated} of ${states.length}`,
    '',
    '| operation | state | note |',
    '|---|---|---|',
    ...states.map(({ operation, state, note }) => `| \`${operation}\` | ${state} | ${note} |`),
    '',
  ]
}

const page = (): string =>
  [
    '<!-- generated from src/sim/operations-list.ts by `npm run operations` -->',
    '',
    '# Operations',
    '',
    'What the practice account answers, of everything that the AWS SDK can call. Any other operation gets AWS’s own error for one that does not exist.',
    '',
    ...services.flatMap(([service, title]) =>
      table(
        title,
        operationStates().filter(one => one.service === service),
      ),
    ),
  ].join('\n')

test('the page of operations is the one that the program works by', () => {
  // `npm run operations` writes it.
  if (process.env['WRITE_OPERATIONS']) writeFileSync(file, page())
  expect(readFileSync(file, 'utf8')).toBe(page())
})
