import { defineStep } from '../step.ts'
import { missingForAdmin, rootKeyOffers } from '../leaving-root.ts'
import { isRoot, whoAmI } from './root-sign-in.ts'

/** Root would leave while nobody else can get in. */
export class LockOut extends Error {
  override name = 'LockOut'
  readonly fix = 'Do the steps before this one first. Nothing was changed, and root is still signed in.'
  constructor(missing: string[]) {
    super(`Root stays: the admin could not take over yet. ${missing.join(' ')}`)
  }
}

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
  changed:
    'No root credential is loaded any more. From here on root is for the few things that nobody else can do.',
  question: {
    asks: 'Which of these can only root do?',
    choices: ['Make another administrator', 'Delete an IAM user', 'Switch IAM access to billing on'],
    right: 2,
    because:
      'AWS keeps a short list of what only root can do, and step 4 is on it. Everything else is for the admin.',
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html#root-user-tasks',
  },
  level: 'applied',
  plan: async (_, seen) => {
    const root = isRoot(await whoAmI(seen.look))
    if (seen.said.has('sign-out') && !root) return []
    const missing = await missingForAdmin(seen)
    if (missing.length > 0) throw new LockOut(missing)
    return [...(root ? await rootKeyOffers(seen) : []), { console: 'sign-out' }]
  },
  verify: async (_, seen) => {
    const arn = await whoAmI(seen.look)
    const said = seen.said.has('sign-out')
    const remnants = await seen.remnants()
    return [
      {
        claim: 'No root credential is loaded',
        holds: said && !isRoot(arn),
        source: 'sts:GetCallerIdentity',
        saw: arn ?? 'nobody is signed in',
      },
      ...remnants.map(({ says, blocks }) => ({
        claim: blocks ? 'The aws login session of root has ended' : 'What else this machine holds',
        holds: !blocks,
        source: 'this machine',
        saw: says,
        ...(blocks ? {} : { beside: true as const }),
      })),
    ]
  },
})
