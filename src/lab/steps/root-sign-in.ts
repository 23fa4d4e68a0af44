import { NotSignedIn, type Send } from '../account.ts'
import { sts } from '../sdk.ts'
import { rootKeys } from '../leaving-root.ts'
import { rootManagedElsewhere } from '../managed-root.ts'
import { defineStep } from '../step.ts'

export const rootSignIn = defineStep({
  id: 'root-sign-in',
  title: 'Sign in as root',
  why: 'A new account has one identity, the root user, and everything starts there. You sign in as root this once, to make an administrator that you can limit, watch and remove.',
  concepts: ['iam', 'root'],
  docs: { title: 'What is IAM?', url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/introduction.html' },
  hints: [
    'The root user has no user name. What did you open the account with?',
    'Root signs in with the e-mail address of the account and its password. The practice account shows both as its welcome mail would.',
    'The form is filled in already: press Enter. If root has an MFA device, a code is asked for next.',
  ],
  fields: {},
  inapplicable: async seen => {
    const arn = await whoAmI(seen.look)
    return arn === undefined || isRoot(arn) || seen.said.has('sign-out')
      ? undefined
      : rootManagedElsewhere(seen)
  },
  changed:
    'You act as root, whom no policy of the account limits. Do as root what only root can do, then leave: that is step 9.',
  question: {
    asks: 'What inside the account can limit its root user?',
    choices: ['An IAM policy', 'A permissions boundary', 'Nothing'],
    right: 2,
    because:
      'Policies and boundaries are for users, groups and roles. Only an organization above the account can limit its root.',
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html',
  },
  level: 'verified',
  plan: async (_, seen) =>
    seen.said.has('sign-out') || isRoot(await whoAmI(seen.look)) ? [] : [{ console: 'sign-in-as-root' }],
  verify: async (_, seen) => {
    const arn = await whoAmI(seen.look)
    const over = seen.said.has('sign-out')
    return [
      {
        claim: over ? 'Root was signed in, and has signed out since' : 'You act as the root user',
        holds: isRoot(arn) || over,
        source: 'sts:GetCallerIdentity',
        saw: arn ?? 'nobody is signed in',
        outputs: { Arn: isRoot(arn) ? arn : undefined },
      },
      ...(isRoot(arn) ? await rootKeys(seen) : []).map(({ id, used }) => ({
        claim: 'Root has no access key',
        holds: false,
        beside: true as const,
        source: 'iam:ListAccessKeys',
        saw: `ROOT HAS A KEY: ${id}, last used: ${used}.${seen.session()?.longTerm ? ' IT IS IN USE NOW.' : ''} Step 9 offers to delete it`,
      })),
    ]
  },
})

/** The ARN of whoever is signed in; undefined when nobody is. */
export const whoAmI = async (look: Send): Promise<string | undefined> => {
  const { GetCallerIdentityCommand } = await sts()
  return look(new GetCallerIdentityCommand({})).then(
    ({ Arn }) => Arn,
    error => {
      if (error instanceof NotSignedIn) return undefined
      throw error
    },
  )
}

/** Whether an ARN is the root user's. */
export const isRoot = (arn: string | undefined): boolean => arn?.endsWith(':root') ?? false
