import { randomInt } from 'node:crypto'
import type { PasswordPolicyInForce } from './field.ts'

const lower = 'abcdefghijkmnopqrstuvwxyz'
const upper = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const digits = '23456789'
/** No comma and no quote: `aws configure import` splits a csv at commas and knows no quoting. Nothing that a shell acts on or takes for an option. */
const plain = '@#%^_+'

/** A password of `length` characters with all four classes, without look-alikes, commas and quotes. */
export const generatePassword = (length = 20): string => {
  const classes = [lower, upper, digits, plain]
  const all = classes.join('')
  const chosen = [...classes.map(pick), ...Array.from({ length: length - classes.length }, () => pick(all))]
  for (let i = chosen.length - 1; i > 0; i--) {
    const j = randomInt(i + 1)
    ;[chosen[i], chosen[j]] = [chosen[j]!, chosen[i]!]
  }
  return chosen.join('')
}

const pick = (letters: string) => letters[randomInt(letters.length)]!

/** One rule of a password policy, and whether a password keeps it. */
export type Rule = { rule: string; kept: boolean }

const classes = [
  { has: /[A-Z]/, rule: 'an uppercase letter', required: 'RequireUppercaseCharacters' },
  { has: /[a-z]/, rule: 'a lowercase letter', required: 'RequireLowercaseCharacters' },
  { has: /[0-9]/, rule: 'a number', required: 'RequireNumbers' },
  { has: /[!@#$%^&*()_+\-=[\]{}|']/, rule: 'a symbol', required: 'RequireSymbols' },
] as const

/**
 * The policy's verdict on a password, rule by rule. Without a policy, AWS's default holds: 8 characters and three of the four classes
 * (IAM user guide, id_credentials_passwords_account-policy).
 */
export const verdict = (password: string, policy: PasswordPolicyInForce | undefined): Rule[] => {
  const length = policy === undefined ? 8 : (policy.MinimumPasswordLength ?? 6)
  const rules: Rule[] = [{ rule: `${length} characters`, kept: [...password].length >= length }]
  if (policy === undefined) {
    const kinds = classes.filter(({ has }) => has.test(password)).length
    return [...rules, { rule: 'three of: uppercase, lowercase, number, symbol', kept: kinds >= 3 }]
  }
  return [
    ...rules,
    ...classes
      .filter(({ required }) => policy[required])
      .map(({ has, rule }) => ({ rule, kept: has.test(password) })),
  ]
}

/** What a password lacks, in a sentence; undefined when the policy takes it. */
export const passwordProblem = (
  password: string,
  policy: PasswordPolicyInForce | undefined,
): string | undefined => {
  if (password.length > 128) return 'A password has at most 128 characters.'
  if (!/^[\t\n\r\u0020-\u00FF]+$/.test(password))
    return 'Use letters, digits and symbols that a Latin keyboard has.'
  const missing = verdict(password, policy).filter(({ kept }) => !kept)
  return missing.length === 0
    ? undefined
    : `The password policy wants ${missing.map(({ rule }) => rule).join(', ')}.`
}
