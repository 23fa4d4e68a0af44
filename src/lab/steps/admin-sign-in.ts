import type { LoginProfile, User } from '@aws-sdk/client-iam'
import { passwordProblem } from '../password.ts'
import { iam } from '../sdk.ts'
import { defineStep, type Finding, type Seen } from '../step.ts'
import { whoAmI } from './root-sign-in.ts'

export const adminSignIn = defineStep({
  id: 'admin-sign-in',
  title: 'Sign in as the admin',
  why: 'An IAM user signs in at the address of its account, with a user name and not an e-mail address. If this works, root is not needed any more for daily work.',
  concepts: [],
  docs: {
    title: 'How IAM users sign in to AWS',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users_sign-in.html',
  },
  hints: [
    'The sign-in page for IAM users asks for three things. Root was asked for two.',
    'Account alias or account id, user name, password. The alias is the one you chose.',
    'The form is filled in: press Enter. If a new password is wanted, the one that stands there is valid.',
  ],
  fields: {
    NewPassword: {
      label: 'New password, if one is wanted',
      type: 'password',
      limits: 'As the password policy says; asked for only when the first password must be changed.',
      initial: about => `${about.suggestedPassword}2`,
      defaultInWords: 'generated',
      problem: (value, about) => passwordProblem(value, about.passwordPolicy),
    },
  },
  changed:
    'You work as somebody whose rights can be taken away, and whose name stands beside everything they do.',
  question: {
    asks: 'Where can you look up who made a change last week?',
    choices: ['Nowhere, unless you had made a trail', 'In CloudTrail’s event history'],
    right: 1,
    because: 'It keeps the management events of the last 90 days in every account, without a trail.',
    docs: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/view-cloudtrail-events.html',
  },
  afterwards:
    'Look at the billing page as the admin: with IAM access switched on it shows the bill, with it switched off it does not, whatever the policies say.',
  level: 'verified',
  plan: async (_, seen) =>
    isUser(await whoAmI(seen.look), seen.chosen('admin-user')['UserName']!)
      ? []
      : [{ console: 'sign-in-as-admin' }],
  verify: async (_, seen) => {
    const arn = await whoAmI(seen.look)
    const UserName = seen.chosen('admin-user')['UserName']!
    return [
      {
        claim: `You act as the user ${UserName}`,
        holds: isUser(arn, UserName),
        source: 'sts:GetCallerIdentity',
        saw: arn ?? 'nobody is signed in',
        outputs: { Arn: isUser(arn, UserName) ? arn : undefined },
      },
      ...(isUser(arn, UserName) ? [await consoleSignIn(UserName, seen)] : []),
    ]
  },
})

const isUser = (arn: string | undefined, name: string): boolean =>
  arn !== undefined && arn.includes(':user/') && arn.endsWith(`/${name}`)

/** Whether the password has opened the console since it was set: the access key proves nothing about it. AWS shows it some minutes late. */
const consoleSignIn = async (UserName: string, seen: Seen): Promise<Finding> => {
  const { GetLoginProfileCommand, GetUserCommand } = await iam()
  const [{ User }, { LoginProfile }] = await Promise.all([
    seen.look(new GetUserCommand({ UserName })),
    seen.look(new GetLoginProfileCommand({ UserName })),
  ]).catch((): [{ User?: User }, { LoginProfile?: LoginProfile }] => [{}, {}])
  const used = User?.PasswordLastUsed
  const since = LoginProfile?.CreateDate
  const holds = used !== undefined && since !== undefined && used.getTime() >= since.getTime()
  return {
    claim: 'The password works in the console',
    holds,
    beside: true,
    source: 'iam:GetUser',
    saw: holds ? `console sign-in seen, ${used.toISOString()}` : 'no console sign-in seen yet',
  }
}
