import { iam } from '../sdk.ts'
import { defineStep } from '../step.ts'

export const accountAlias = defineStep({
  id: 'account-alias',
  title: 'Name the account',
  why: 'IAM users sign in at an address with twelve digits in it, which nobody remembers and anybody mistypes. An alias puts a name there, so that a sign-in page is known at a glance.',
  concepts: ['alias'],
  docs: {
    title: 'Your AWS account ID and its alias',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/console_account-alias.html',
  },
  hints: [
    'Think of the address people will sign in at. The alias is its first part.',
    'Lowercase letters, digits and single hyphens, 3 to 63 of them, and nobody else in AWS may have it already.',
    'The one in the form is valid and very likely free: press Enter. By hand: aws iam create-account-alias --account-alias NAME',
  ],
  fields: {
    AccountAlias: {
      label: 'Account alias',
      type: 'text',
      limits:
        '3 to 63 lowercase letters, digits and single hyphens; no hyphen at either end; not twelve digits.',
      initial: about => `iam-lab-${about.accountId.slice(-6) || 'practice'}`,
      defaultInWords: 'iam-lab- and the last six digits of the account id',
      problem: value => {
        if (value.length < 3 || value.length > 63) return 'An alias has 3 to 63 characters.'
        if (/[^a-z0-9-]/.test(value)) return 'Only lowercase letters, digits and hyphens.'
        if (/^-|-$/.test(value)) return 'No hyphen at the beginning or the end.'
        if (value.includes('--')) return 'No two hyphens in a row.'
        if (/^\d{12}$/.test(value)) return 'Twelve digits look like an account id. Add a letter.'
        return undefined
      },
    },
  },
  changed:
    'The sign-in page has a name. It is no secret and protects nothing; it tells people that they are at the right door.',
  question: {
    asks: 'You set another alias. What becomes of the first?',
    choices: ['Both work', 'It is overwritten', 'AWS refuses the second'],
    right: 1,
    because: 'An account has one alias. A new one overwrites it, and the old sign-in address stops working.',
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/console_account-alias.html',
  },
  level: 'applied',
  plan: async ({ AccountAlias }, seen) => {
    const { CreateAccountAliasCommand, ListAccountAliasesCommand } = await iam()
    const { AccountAliases = [] } = await seen.look(new ListAccountAliasesCommand({}))
    if (AccountAliases[0] === AccountAlias) return []
    return [
      {
        call: new CreateAccountAliasCommand({ AccountAlias }),
        before: { AccountAlias: AccountAliases[0] ?? null },
      },
    ]
  },
  verify: async ({ AccountAlias }, seen) => {
    const { ListAccountAliasesCommand } = await iam()
    const { AccountAliases = [] } = await seen.look(new ListAccountAliasesCommand({}))
    const [inForce] = AccountAliases
    return [
      {
        claim: `The account has the alias ${AccountAlias}`,
        holds: inForce === AccountAlias,
        source: 'iam:ListAccountAliases',
        saw: inForce ?? 'no alias',
        outputs: {
          AccountAlias: inForce,
          SignInUrl: inForce && `https://${inForce}.signin.aws.amazon.com/console`,
        },
      },
    ]
  },
  undo: async (_, seen) => {
    const { CreateAccountAliasCommand, DeleteAccountAliasCommand, ListAccountAliasesCommand } = await iam()
    const { AccountAliases = [] } = await seen.look(new ListAccountAliasesCommand({}))
    const AccountAlias = seen.made('iam:CreateAccountAlias').at(-1)?.['AccountAlias'] as string | undefined
    if (AccountAlias === undefined || AccountAliases[0] !== AccountAlias) return []
    const before = seen.before('iam:CreateAccountAlias')?.['AccountAlias']
    return typeof before === 'string'
      ? [{ call: new CreateAccountAliasCommand({ AccountAlias: before }), before: { AccountAlias } }]
      : [{ call: new DeleteAccountAliasCommand({ AccountAlias }) }]
  },
})
