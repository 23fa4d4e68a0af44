import { AwsError } from '../errors.ts'
import type { LoginProfile, PasswordPolicyRow, State, UserRow } from '../state.ts'
import { stamp } from './ids.ts'

// The symbols are those the documentation lists: https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html
const classes = [
  { wanted: 'one uppercase letter', pattern: /[A-Z]/, required: 'RequireUppercaseCharacters' },
  { wanted: 'one lowercase letter', pattern: /[a-z]/, required: 'RequireLowercaseCharacters' },
  { wanted: 'one number', pattern: /[0-9]/, required: 'RequireNumbers' },
  { wanted: 'one symbol', pattern: /[!@#$%^&*()_+\-=[\]{}|']/, required: 'RequireSymbols' },
] as const

const lacking = (password: string) => classes.filter(({ pattern }) => !pattern.test(password))
const sentence = ({ wanted }: { wanted: string }) => `Password should have at least ${wanted}`
const tooShort = (password: string, length: number) =>
  password.length < length ? [`Password should have a minimum length of ${length}`] : []

/** How several violations are joined is known from the default policy alone: by commas. */
const underPolicy = (policy: Readonly<PasswordPolicyRow>, password: string): string[] => [
  ...tooShort(password, policy.MinimumPasswordLength),
  ...lacking(password)
    .filter(({ required }) => policy[required])
    .map(sentence),
]

/** 8 characters, three classes of four, not the account's name or e-mail: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html */
const underDefaultPolicy = ({ account }: State, password: string): string[] => {
  const missing = lacking(password)
  if (password.length < 8) return tooShort(password, 8)
  if (missing.length > 1)
    return [
      `Password should meet ${missing.length - 1} more of the following requirements: ${missing.map(sentence).join(', ')}`,
    ]
  // The documentation's words; those of the API were looked for in issues and public code and not found.
  return [account.name, account.rootEmail].includes(password)
    ? ['Password should not be identical to your AWS account name or email address']
    : []
}

/** The present password counts among the remembered ones. */
const isReused = (
  profile: Readonly<LoginProfile> | undefined,
  policy: Readonly<PasswordPolicyRow>,
  password: string,
) =>
  profile !== undefined &&
  [profile.password, ...profile.previous].slice(0, policy.PasswordReusePrevention ?? 0).includes(password)

/**
 * Holds a new console password to the policy in force, or throws `PasswordPolicyViolation` in AWS's words.
 * `user` is who will have it; without one, reuse is not looked at.
 */
export const requirePassword = (
  state: State,
  user: Readonly<UserRow> | undefined,
  password: string,
): void => {
  const policy = state.account.passwordPolicy
  const violations = policy ? underPolicy(policy, password) : underDefaultPolicy(state, password)
  if (violations.length > 0) throw new AwsError('PasswordPolicyViolation', violations.join(', '))
  // What AWS says to a reused password: http://edunham.net/2017/11/29/user_is_not_authorized_to_perform_iam_changepassword.html
  if (policy && isReused(user?.loginProfile, policy, password))
    throw new AwsError('PasswordPolicyViolation', 'Password does not conform to the account password policy.')
}

/** Whether a password is older than the policy lets it be: that holds at once, also for passwords set before the policy was. */
export const isExpired = ({ account }: State, { changedAt }: Readonly<LoginProfile>, now: Date): boolean => {
  const days = account.passwordPolicy?.MaxPasswordAge
  return days !== undefined && now.getTime() >= Date.parse(changedAt) + days * 86_400_000
}

/** A login profile with a new password, the old one remembered. No policy remembers more than 24. */
export const withPassword = (
  profile: Readonly<LoginProfile> | undefined,
  password: string,
  resetRequired: boolean,
  now: Date,
): LoginProfile => ({
  password,
  previous: profile ? [profile.password, ...profile.previous].slice(0, 24) : [],
  createdAt: profile?.createdAt ?? stamp(now),
  changedAt: stamp(now),
  resetRequired,
})

/** The user's login profile, or `NoSuchEntity`. */
export const findLoginProfile = (user: Readonly<UserRow>): Readonly<LoginProfile> => {
  if (!user.loginProfile)
    throw new AwsError('NoSuchEntity', `Login Profile for User ${user.name} cannot be found.`)
  return user.loginProfile
}

/** A login profile as operations show one. */
export const loginProfileView = (user: Readonly<UserRow>, profile: Readonly<LoginProfile>) => ({
  LoginProfile: {
    UserName: user.name,
    CreateDate: new Date(profile.createdAt),
    PasswordResetRequired: profile.resetRequired,
  },
})
