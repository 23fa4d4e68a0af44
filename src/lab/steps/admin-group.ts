import { orAbsent, pages } from '../account.ts'
import type { Made } from '../progress.ts'
import { iam } from '../sdk.ts'
import { defineStep, type Action, type Seen } from '../step.ts'

/** The AWS managed policy that allows every action on every resource. */
export const administratorAccess = 'arn:aws:iam::aws:policy/AdministratorAccess'

export const adminGroup = defineStep({
  id: 'admin-group',
  title: 'Make an admin group',
  why: 'Permissions that hang on a person are forgotten when the person moves on. Give them to a group, and let people in and out of it: one place to look, one place to change.',
  mistakes: [
    'A role is not attached to a group. A policy is. A role is taken on for a while by whoever it trusts.',
    'A policy does not only allow. It can deny too, and one Deny beats every Allow.',
  ],
  concepts: ['policy', 'group', 'role'],
  docs: { title: 'IAM identities', url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id.html' },
  hints: [
    'Two things are missing: the set of people, and what they may do.',
    'Make the group, then attach the AWS managed policy AdministratorAccess to it.',
    'Press Enter. By hand: aws iam create-group --group-name Administrators, then aws iam attach-group-policy with arn:aws:iam::aws:policy/AdministratorAccess',
  ],
  fields: {
    GroupName: {
      label: 'Group name',
      type: 'text',
      limits: '1 to 128 letters, digits and + = , . @ _ -',
      initial: 'Administrators',
      problem: value =>
        /^[\w+=,.@-]{1,128}$/.test(value) ? undefined : 'Use 1 to 128 letters, digits or + = , . @ _ -',
    },
  },
  level: 'applied',
  plan: async ({ GroupName }, seen) => {
    const { AttachGroupPolicyCommand, CreateGroupCommand } = await iam()
    const attached = await policiesOf(GroupName, seen)
    return [
      ...(attached === undefined ? [{ call: new CreateGroupCommand({ GroupName }) }] : []),
      ...(attached?.includes(administratorAccess)
        ? []
        : [{ call: new AttachGroupPolicyCommand({ GroupName, PolicyArn: administratorAccess }) }]),
    ]
  },
  verify: async ({ GroupName }, seen) => {
    const attached = await policiesOf(GroupName, seen)
    return [
      {
        claim: `The group ${GroupName} has AdministratorAccess`,
        holds: attached?.includes(administratorAccess) ?? false,
        source: 'iam:ListAttachedGroupPolicies',
        saw:
          attached === undefined
            ? 'no such group'
            : attached.length === 0
              ? 'no policy'
              : attached.join(', '),
        outputs: { GroupName },
      },
    ]
  },
  undo: async (_, seen) => {
    const { DeleteGroupCommand, DetachGroupPolicyCommand } = await iam()
    const created = namesIn(seen.made('iam:CreateGroup'))
    const attached = namesIn(seen.made('iam:AttachGroupPolicy'))
    const actions = [...new Set([...attached, ...created])].map(async (GroupName): Promise<Action[]> => {
      const policies = await policiesOf(GroupName, seen)
      if (policies === undefined) return []
      const ours = attached.includes(GroupName) && policies.includes(administratorAccess)
      return [
        ...(ours
          ? [{ call: new DetachGroupPolicyCommand({ GroupName, PolicyArn: administratorAccess }) }]
          : []),
        ...(created.includes(GroupName) ? [{ call: new DeleteGroupCommand({ GroupName }) }] : []),
      ]
    })
    return (await Promise.all(actions)).flat()
  },
})

const namesIn = (made: Made[]): string[] => made.map(({ GroupName }) => GroupName as string)

/** The ARNs of a group's attached policies; undefined when there is no such group. */
const policiesOf = async (GroupName: string, seen: Seen): Promise<string[] | undefined> => {
  const { ListAttachedGroupPoliciesCommand } = await iam()
  const attached = await orAbsent(
    pages(
      Marker => seen.look(new ListAttachedGroupPoliciesCommand({ GroupName, Marker })),
      ({ AttachedPolicies }) => AttachedPolicies,
    ),
  )
  return attached?.map(({ PolicyArn }) => PolicyArn!)
}
