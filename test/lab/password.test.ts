import { expect, test } from 'vitest'
import { fitsCsv } from '../../src/lab/csv.ts'
import { generatePassword, passwordProblem, verdict } from '../../src/lab/password.ts'

const strict = {
  MinimumPasswordLength: 14,
  RequireSymbols: true,
  RequireNumbers: true,
  RequireUppercaseCharacters: true,
  RequireLowercaseCharacters: true,
}

test.each([
  [
    'short',
    undefined,
    'The password policy wants 8 characters, three of: uppercase, lowercase, number, symbol.',
  ],
  ['longenough', undefined, 'The password policy wants three of: uppercase, lowercase, number, symbol.'],
  ['Longenough1', undefined, undefined],
  ['Longenough1', strict, 'The password policy wants 14 characters, a symbol.'],
  ['Longenough-and-1', strict, undefined],
  ['abcdef', {}, undefined],
  ['abcde', {}, 'The password policy wants 6 characters.'],
  ['Пароль-который-1A', strict, 'Use letters, digits and symbols that a Latin keyboard has.'],
  ['Aa1-'.repeat(33), strict, 'A password has at most 128 characters.'],
])('%s under %j: %s', (password, policy, problem) => {
  expect(passwordProblem(password, policy)).toBe(problem)
})

test('the verdict is rule by rule', () => {
  expect(verdict('abc', strict)).toEqual([
    { rule: '14 characters', kept: false },
    { rule: 'an uppercase letter', kept: false },
    { rule: 'a lowercase letter', kept: true },
    { rule: 'a number', kept: false },
    { rule: 'a symbol', kept: false },
  ])
})

test('a generated password keeps the strictest classes, fits the csv, starts with no "-", and is never the same', () => {
  const made = Array.from({ length: 2000 }, () => generatePassword())
  expect(
    made.filter(password => passwordProblem(password, { ...strict, MinimumPasswordLength: 20 })),
  ).toEqual([])
  expect(made.filter(password => !fitsCsv(password) || password.startsWith('-'))).toEqual([])
  expect(new Set(made).size).toBe(2000)
})
