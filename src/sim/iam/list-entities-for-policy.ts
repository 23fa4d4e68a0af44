import { ListEntitiesForPolicyCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import type { GroupRow, State, UserRow } from '../state.ts'
import { page } from './page.ts'
import { below } from './path.ts'
import { findPolicy, policyArn } from './policy.ts'

type Wanted = { arn: string; EntityFilter?: string | undefined; PolicyUsageFilter?: string | undefined }
type Entity = { kind: 'Group' | 'User'; row: Readonly<GroupRow | UserRow> }

const entities = function* (state: State, wanted: Wanted, pathPrefix?: string): Generator<Entity> {
  const { arn, EntityFilter: kind, PolicyUsageFilter: usage } = wanted
  const attached = (row: GroupRow | UserRow) => usage !== 'PermissionsBoundary' && row.attached.includes(arn)
  const bound = (row: UserRow) => usage !== 'PermissionsPolicy' && row.permissionsBoundary === arn
  if (kind === undefined || kind === 'Group')
    for (const row of below(state.groups.values(), pathPrefix))
      if (attached(row)) yield { kind: 'Group', row }
  if (kind === undefined || kind === 'User')
    for (const row of below(state.users.values(), pathPrefix))
      if (attached(row) || bound(row)) yield { kind: 'User', row }
}

/** Who has a policy: groups first, then users. There are no roles in a simulated account. */
export const listEntitiesForPolicy = operation(ListEntitiesForPolicyCommand, (input, { state }) => {
  const wanted = { ...input, arn: policyArn(findPolicy(input.PolicyArn)) }
  const all = entities(state, wanted, input.PathPrefix)
  const [shown, paged] = page(all, ({ kind, row }) => `${kind} ${row.name.toLowerCase()}`, input)
  const rows = (wanted: Entity['kind']) => shown.filter(({ kind }) => kind === wanted).map(({ row }) => row)
  return {
    PolicyGroups: rows('Group').map(({ name, id }) => ({ GroupName: name, GroupId: id })),
    PolicyUsers: rows('User').map(({ name, id }) => ({ UserName: name, UserId: id })),
    PolicyRoles: [],
    ...paged,
  }
})
