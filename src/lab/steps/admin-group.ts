import type { Group } from '@aws-sdk/client-iam'
import { orAbsent, pages } from '../account.ts'
import type { Consent } from '../console.ts'
import { freeName, isOurs, listed, NameTaken } from '../ours.ts'
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
  changed:
    'Whoever is in this group may do everything in the account. The right hangs on the group, and people come and go.',
  question: {
    asks: 'Why give the right to a group and not to the user?',
    choices: [
      'AWS takes no policy on a user',
      'It is seen and taken away in one place',
      'A group may do more',
    ],
    right: 1,
    because:
      'A policy on a user works just as well, and is forgotten there. On a group one look shows who may what.',
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html',
  },
  level: 'applied',
  plan: async ({ GroupName }, seen) => {
    const { AttachGroupPolicyCommand, CreateGroupCommand } = await iam()
    const attached = await policiesOf(GroupName, seen)
    await refuseOtherCase(GroupName, attached !== undefined, seen)
    if (attached !== undefined && !attached.includes(administratorAccess)) {
      const consent = await groupConsent(
        GroupName,
        'They would gain AdministratorAccess: every action on every resource.',
        seen,
      )
      if (consent)
        return [
          { consent },
          { call: new AttachGroupPolicyCommand({ GroupName, PolicyArn: administratorAccess }) },
        ]
    }
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
      const group = await groupOf(GroupName, seen)
      if (policies === undefined || group === undefined) return []
      const ours = attached.includes(GroupName) && policies.includes(administratorAccess)
      const mine = isOurs(seen.made('iam:CreateGroup'), ['GroupName', GroupName], ['GroupId', group.id])
      if (created.includes(GroupName) && !mine)
        return [{ left: `The group ${GroupName} is not the one that this program made: it was made anew.` }]
      const held = await whatHolds(GroupName, group.members, policies, seen)
      if (mine && held.length > 0)
        return [
          ...(ours
            ? [{ call: new DetachGroupPolicyCommand({ GroupName, PolicyArn: administratorAccess }) }]
            : []),
          { left: `The group ${GroupName} stays: ${held.join('; ')}.` },
        ]
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

/** A group's name as it is written, its id and its members; undefined when there is no such group. */
const groupOf = async (
  GroupName: string,
  seen: Seen,
): Promise<{ name: string | undefined; id: string | undefined; members: string[] } | undefined> => {
  const { GetGroupCommand } = await iam()
  let group: Group | undefined
  const members = await orAbsent(
    pages(
      async Marker => {
        const answer = await seen.look(new GetGroupCommand({ GroupName, Marker }))
        group = answer.Group
        return answer
      },
      ({ Users }) => Users,
    ),
  )
  return (
    members && {
      name: group?.GroupName,
      id: group?.GroupId,
      members: members.map(({ UserName }) => UserName!),
    }
  )
}

const groupNames = async (seen: Seen): Promise<string[]> => {
  const { ListGroupsCommand } = await iam()
  const groups = await pages(
    Marker => seen.look(new ListGroupsCommand({ Marker, MaxItems: 1000 })),
    ({ Groups }) => Groups,
  )
  return groups.map(({ GroupName }) => GroupName!)
}

/** Names are unique in any case, and are found in any case (IAM user guide, reference_iam-quotas). */
const refuseOtherCase = async (GroupName: string, exists: boolean, seen: Seen): Promise<void> => {
  if (exists && (await groupOf(GroupName, seen))?.name === GroupName) return
  const names = await groupNames(seen)
  const there = names.find(name => name.toLowerCase() === GroupName.toLowerCase())
  if (there !== undefined) throw new NameTaken('group', GroupName, there, freeName(GroupName, names))
}

/** What has to be agreed to before a group that is not ours is changed; undefined for one that this program made. */
export const groupConsent = async (
  GroupName: string,
  gain: string,
  seen: Seen,
): Promise<Consent | undefined> => {
  const group = await groupOf(GroupName, seen)
  if (group === undefined) return undefined
  const made = seen.made('iam:CreateGroup', 'admin-group')
  if (isOurs(made, ['GroupName', GroupName], ['GroupId', group.id])) return undefined
  return {
    about: 'rights',
    title: `The group ${GroupName} is there already, and this program did not make it.`,
    says: [`Its members: ${listed(group.members)}.`, gain],
    label: "the group's name, to change it",
    type: [GroupName],
    instead: { field: 'GroupName', value: freeName(GroupName, await groupNames(seen)) },
  }
}

/** What keeps a group of ours from being deleted: what others have put there since. */
const whatHolds = async (
  GroupName: string,
  members: string[],
  attached: string[],
  seen: Seen,
): Promise<string[]> => {
  const { ListGroupPoliciesCommand } = await iam()
  const ours = new Set(seen.made('iam:AddUserToGroup', 'admin-user').map(({ UserName }) => UserName))
  const others = members.filter(name => !ours.has(name))
  const policies = attached.filter(arn => arn !== administratorAccess)
  const { PolicyNames = [] } = await seen.look(new ListGroupPoliciesCommand({ GroupName }))
  return [
    ...(others.length > 0 ? [`it has other members: ${listed(others)}`] : []),
    ...(policies.length > 0 ? [`it has other policies: ${policies.join(', ')}`] : []),
    ...(PolicyNames.length > 0 ? [`it has policies of its own: ${PolicyNames.join(', ')}`] : []),
  ]
}

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
