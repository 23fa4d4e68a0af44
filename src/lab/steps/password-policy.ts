import type { PasswordPolicy, UpdateAccountPasswordPolicyCommandInput } from '@aws-sdk/client-iam'
import { orAbsent } from '../account.ts'
import type { Field, Values } from '../field.ts'
import { iam } from '../sdk.ts'
import type { Consent } from '../console.ts'
import { expiredBy } from '../password-ages.ts'
import { listed } from '../ours.ts'
import { defineStep, type Seen } from '../step.ts'

const requires = (label: string): Field => ({
  label,
  type: 'switch',
  limits: 'true or false',
  initial: 'true',
})

export const passwordPolicy = defineStep({
  id: 'password-policy',
  title: 'Set a password policy',
  why: 'A short password is guessed and an old one is known to somebody already. The policy holds every IAM user in the account to the same rules; root and access keys it does not touch.',
  mistakes: [
    'AWS replaces the policy whole: a field that you leave out goes back to its default. A policy with few fields can be weaker than none, since without any AWS asks for 8 characters of three kinds, and with a sparse one for 6 of any.',
  ],
  concepts: [],
  docs: {
    title: 'Set an account password policy for IAM users',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html',
  },
  hints: [
    'Length does more than anything else. What does the CIS benchmark ask for?',
    'CIS asks for 14 characters or more and for 24 remembered passwords. Forced expiry is no longer asked for: it makes people choose worse ones.',
    'The form has 14 characters, all four classes, 24 remembered, users may change theirs, no expiry: press Enter.',
  ],
  fields: {
    MinimumPasswordLength: {
      label: 'Minimum length',
      type: 'integer',
      limits: 'A whole number from 6 to 128.',
      initial: '14',
      min: 6,
      max: 128,
    },
    RequireUppercaseCharacters: requires('Require an uppercase letter'),
    RequireLowercaseCharacters: requires('Require a lowercase letter'),
    RequireNumbers: requires('Require a number'),
    RequireSymbols: requires('Require a symbol'),
    PasswordReusePrevention: {
      label: 'Remembered passwords',
      type: 'integer',
      limits: 'A whole number from 1 to 24, or empty for none.',
      initial: '24',
      optional: true,
      min: 1,
      max: 24,
    },
    AllowUsersToChangePassword: requires('Users may change theirs'),
    MaxPasswordAge: {
      label: 'Expires after days',
      type: 'integer',
      limits: 'A whole number from 1 to 1095, or empty for never.',
      initial: '',
      optional: true,
      min: 1,
      max: 1095,
    },
    HardExpiry: {
      label: 'Expired needs an admin',
      type: 'switch',
      limits:
        'true or false: whether a user with an expired password is locked out until an administrator resets it.',
      initial: 'false',
    },
  },
  changed:
    'Every password that is set from now on keeps these rules. Those that are there stay as they are until they are changed.',
  question: {
    asks: 'Whose password does this policy say nothing about?',
    choices: ['Administrators’', 'Root’s', 'That of users with MFA'],
    right: 1,
    because: 'It is for IAM users alone: neither root’s password nor access keys follow it.',
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html',
  },
  level: 'applied',
  plan: async (values, seen) => {
    const { UpdateAccountPasswordPolicyCommand } = await iam()
    const current = await inForce(seen)
    const wanted = planned(values)
    const consent = await expiryConsent(wanted, current, seen)
    return differences(wanted, current).length === 0
      ? []
      : [
          ...(consent ? [{ consent }] : []),
          {
            call: new UpdateAccountPasswordPolicyCommand(wanted),
            before: { ...(current ? settable(current) : {}) },
          },
        ]
  },
  verify: async (values, seen) => {
    const current = await inForce(seen)
    const wrong = differences(planned(values), current)
    return [
      {
        claim: 'The whole password policy is as planned',
        holds: wrong.length === 0,
        source: 'iam:GetAccountPasswordPolicy',
        saw:
          current === undefined
            ? 'no policy is set'
            : wrong.length === 0
              ? names.map(name => `${name} ${current[name] ?? 'none'}`).join(', ')
              : wrong.map(name => `${name} is ${current[name] ?? 'none'}`).join(', '),
      },
    ]
  },
  undo: async (_, seen) => {
    const { DeleteAccountPasswordPolicyCommand, UpdateAccountPasswordPolicyCommand } = await iam()
    const current = await inForce(seen)
    const made = seen.made('iam:UpdateAccountPasswordPolicy').at(-1)
    if (made === undefined || differences(made, current).length > 0) return []
    const before = seen.before('iam:UpdateAccountPasswordPolicy') ?? {}
    return Object.keys(before).length > 0
      ? [{ call: new UpdateAccountPasswordPolicyCommand(before), before: { ...settable(current!) } }]
      : [{ call: new DeleteAccountPasswordPolicyCommand({}) }]
  },
})

const names = Object.keys(passwordPolicy.fields) as (keyof UpdateAccountPasswordPolicyCommandInput)[]

/** The form as AWS takes it: whole. An empty number is left out, which is AWS's way to say "none". */
export const planned = (values: Values): UpdateAccountPasswordPolicyCommandInput =>
  Object.fromEntries(
    names.flatMap(name => {
      const value = values[name] ?? ''
      if (value === '') return []
      return [[name, passwordPolicy.fields[name]!.type === 'integer' ? Number(value) : value === 'true']]
    }),
  )

/** The policy without what AWS only shows (`ExpirePasswords`). */
const settable = (policy: PasswordPolicy): UpdateAccountPasswordPolicyCommandInput =>
  Object.fromEntries(names.flatMap(name => (policy[name] === undefined ? [] : [[name, policy[name]]])))

const inForce = async (seen: Seen): Promise<PasswordPolicy | undefined> => {
  const { GetAccountPasswordPolicyCommand } = await iam()
  return (await orAbsent(seen.look(new GetAccountPasswordPolicyCommand({}))))?.PasswordPolicy
}

/** AWS leaves `HardExpiry` out where it was never set; absent and false mean the same. */
const differences = (wanted: UpdateAccountPasswordPolicyCommandInput, current: PasswordPolicy | undefined) =>
  names.filter(name => current === undefined || (wanted[name] || undefined) !== (current[name] || undefined))

/** An expiry bites at once: whose password is older has to choose a new one, or cannot (IAM user guide, account-policy). */
const expiryConsent = async (
  { MaxPasswordAge: days, HardExpiry: hard }: UpdateAccountPasswordPolicyCommandInput,
  current: PasswordPolicy | undefined,
  seen: Seen,
): Promise<Consent | undefined> => {
  const stricter =
    days !== undefined && (days < (current?.MaxPasswordAge ?? Infinity) || (hard && !current?.HardExpiry))
  const users = stricter ? await expiredBy(days, seen) : []
  return users.length === 0
    ? undefined
    : {
        about: 'rights',
        title: `The passwords of ${users.length} ${users.length === 1 ? 'user' : 'users'} would expire at once.`,
        says: [
          `Older than ${days} days: ${listed(users)}.`,
          hard
            ? 'They could not sign in any more until an administrator gives them a new password.'
            : 'They would have to choose a new password at their next sign-in.',
        ],
        label: 'the number of days, to have it so',
        type: [String(days)],
      }
}
