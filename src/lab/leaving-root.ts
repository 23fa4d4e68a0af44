import { errorCode, orAbsent, pages } from './account.ts'
import { adminKey, keysMade } from './admin-key.ts'
import { Refused, type Page } from './console.ts'
import { iam, sts } from './sdk.ts'
import type { Action, Seen } from './step.ts'
import { administratorAccess } from './steps/admin-group.ts'

/** What the admin still lacks to take over from root, one sentence each: nobody leaves the only way in. */
export const missingForAdmin = async (seen: Seen): Promise<string[]> => {
  const UserName = seen.chosen('admin-user')['UserName']!
  const GroupName = seen.chosen('admin-group')['GroupName']!
  const { GetLoginProfileCommand, ListAttachedGroupPoliciesCommand, ListGroupsForUserCommand } = await iam()
  const [groups, policies, profile, identity] = await Promise.all([
    orAbsent(
      pages(
        Marker => seen.look(new ListGroupsForUserCommand({ UserName, Marker })),
        ({ Groups }) => Groups,
      ),
    ),
    orAbsent(
      pages(
        Marker => seen.look(new ListAttachedGroupPoliciesCommand({ GroupName, Marker })),
        ({ AttachedPolicies }) => AttachedPolicies,
      ),
    ),
    orAbsent(seen.look(new GetLoginProfileCommand({ UserName }))),
    identityOfKey(UserName, seen),
  ])
  return [
    ...(groups?.some(group => group.GroupName === GroupName)
      ? []
      : [`The user ${UserName} is not in the group ${GroupName}.`]),
    ...(policies?.some(({ PolicyArn }) => PolicyArn === administratorAccess)
      ? []
      : [`The group ${GroupName} does not have AdministratorAccess.`]),
    ...(profile ? [] : [`${UserName} has no console password.`]),
    ...(identity?.includes(':user/') && identity.endsWith(`/${UserName}`)
      ? []
      : [
          `The key of ${UserName} ${identity === undefined ? 'is not at hand' : `does not work: ${identity}`}.`,
        ]),
  ]
}

/** Whom the admin's key is, or AWS's code for why it is nobody; undefined when no key is at hand. */
const identityOfKey = async (UserName: string, seen: Seen): Promise<string | undefined> => {
  const { GetCallerIdentityCommand } = await sts()
  const key = await adminKey(UserName, {
    held: seen.held,
    path: seen.chosen('credentials-csv')['Path']!,
    profiles: seen.profiles,
    made: keysMade(seen.made),
  })
  return (
    key &&
    seen
      .lookAs(key)(new GetCallerIdentityCommand({}))
      .then(({ Arn }) => Arn, errorCode)
  )
}

/** Root's own access keys, each offered for deletion as the last thing that root does. Left alone unless its id is typed. */
export const rootKeyOffers = async (seen: Seen): Promise<Action[]> => {
  const { DeleteAccessKeyCommand } = await iam()
  return (await rootKeys(seen)).map(({ id, used }): Action => {
    const call = new DeleteAccessKeyCommand({ AccessKeyId: id })
    return {
      call,
      ask: () => keyPage(id, used),
      complete: ({ Typed = '' }) => {
        if (Typed.trim() === '') return undefined
        if (Typed.trim() !== id) throw new Refused(`Type ${id} to delete it, or nothing to keep it.`, 'Typed')
        return call
      },
    }
  })
}

const keyPage = (id: string, used: string): Page => ({
  title: `Root has an access key: ${id}`,
  url: '',
  instructions: [
    `A key of root can do everything, and no policy limits it. Last use: ${used}.`,
    'Delete it unless a program of yours needs it, and then give that program a role. This cannot be undone.',
  ],
  fields: {
    Typed: {
      label: 'Type its id to delete it',
      type: 'text',
      limits: 'The id of the key, or nothing to keep it.',
      initial: '',
      optional: true,
    },
  },
})

/** Root's access keys, with when each was used last. Asked for as root alone. */
export const rootKeys = async (seen: Seen): Promise<{ id: string; used: string }[]> => {
  const { GetAccessKeyLastUsedCommand, GetAccountSummaryCommand, ListAccessKeysCommand } = await iam()
  const { SummaryMap } = await seen.look(new GetAccountSummaryCommand({}))
  if (!SummaryMap?.AccountAccessKeysPresent) return []
  const { AccessKeyMetadata = [] } = await seen.look(new ListAccessKeysCommand({}))
  return Promise.all(
    AccessKeyMetadata.map(async ({ AccessKeyId: id = '' }) => {
      const answer = await seen
        .look(new GetAccessKeyLastUsedCommand({ AccessKeyId: id }))
        .catch(() => undefined)
      return { id, used: answer?.AccessKeyLastUsed?.LastUsedDate?.toISOString() ?? 'never, or not known' }
    }),
  )
}
