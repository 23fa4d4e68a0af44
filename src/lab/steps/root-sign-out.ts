import { defineStep } from '../step.ts'
import { isRoot, whoAmI } from './root-sign-in.ts'

export const rootSignOut = defineStep({
  id: 'root-sign-out',
  title: 'Sign root out',
  why: 'Root has done what only root can do. A session that stays open is a session somebody else may use, so it ends here, and root goes back into the drawer.',
  concepts: [],
  docs: {
    title: 'Security best practices in IAM',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  },
  hints: [
    'What is left for root to do today? Nothing.',
    'Sign out of the console, and see to it that no root credential is left on this machine.',
    'Press Enter. The program drops the root credentials that it holds.',
  ],
  fields: {},
  level: 'applied',
  plan: async (_, seen) =>
    seen.said.has('sign-out') && !isRoot(await whoAmI(seen.look)) ? [] : [{ console: 'sign-out' }],
  verify: async (_, seen) => {
    const arn = await whoAmI(seen.look)
    const said = seen.said.has('sign-out')
    return [
      {
        claim: 'No root credential is loaded',
        holds: said && !isRoot(arn),
        source: 'sts:GetCallerIdentity',
        saw: arn ?? 'nobody is signed in',
      },
    ]
  },
})
