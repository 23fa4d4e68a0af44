import { ListEntitiesForPolicyCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import type { GroupRow, RoleRow, State, UserRow } from '../state.ts'
import { page } from './page.ts'
import { below } from './path.ts'
import { findPolicy } from './managed-policy.ts'

type Wanted = { arn: string; EntityFilter?: string | undefined; PolicyUsageFilter?: string | undefined }
type Entity = { kind: 'Group' | 'Role' | 'User'; row: Readonly<GroupRow | RoleRow | UserRow> }

const entities = function* (state: State, wanted: Wanted, pathPrefix?: string): Generator<Entity> {
  const { arn, EntityFilter: kind, PolicyUsageFilter: usage } = wanted
  const attached = (row: Entity['row']) => usage !== 'PermissionsBoundary' && row.attached.includes(arn)
  const bound = (row: UserRow | RoleRow) => usage !== 'PermissionsPolicy' && row.permissionsBoundary === arn
  if (kind === undefined || kind === 'Group')
    for (const row of below(state.groups.values(), pathPrefix))
      if (attached(row)) yield { kind: 'Group', row }
  for (const [own, table] of [
    ['Role', state.roles],
    ['User', state.users],
  ] as const)
    if (kind === undefined || kind === own)
      for (const row of below<RoleRow | UserRow>(table.values(), pathPrefix))
        if (attached(row) || bound(row)) yield { kind: own, row }
}

/** Who has a policy: groups first, then roles, then users. */
export const listEntitiesForPolicy = operation(ListEntitiesForPolicyCommand, (input, { state }) => {
  const wanted = {
    ...input,
    arn: findPolicy(state, input.PolicyArn, 'does not exist or is not attachable').arn,
  }
  const all = entities(state, wanted, input.PathPrefix)
  const [shown, paged] = page(all, ({ kind, row }) => `${kind} ${row.name.toLowerCase()}`, input)
  const rows = (wanted: Entity['kind']) => shown.filter(({ kind }) => kind === wanted).map(({ row }) => row)
  return {
    PolicyGroups: rows('Group').map(({ name, id }) => ({ GroupName: name, GroupId: id })),
    PolicyUsers: rows('User').map(({ name, id }) => ({ UserName: name, UserId: id })),
    PolicyRoles: rows('Role').map(({ name, id }) => ({ RoleName: name, RoleId: id })),
    ...paged,
  }
})
