import { CreateRoleCommand } from '@aws-sdk/client-iam'
import { AwsError } from '../errors.ts'
import { operation } from '../operation.ts'
import type { RoleRow } from '../state.ts'
import { boundaryView, requireBoundary } from './boundary.ts'
import { newRoleId, stamp } from './ids.ts'
import { putRole, listedRole } from './role.ts'
import { withTags } from './tags.ts'
import { requireTrustDocument } from './trust-document.ts'

/** Makes a role that those may assume whom its trust policy names. */
export const createRole = operation(CreateRoleCommand, (input, { state, now }) => {
  const { RoleName, Path = '/', AssumeRolePolicyDocument, Description, PermissionsBoundary } = input
  if (state.roles.has(RoleName.toLowerCase()))
    throw new AwsError('EntityAlreadyExists', `Role with name ${RoleName} already exists.`)
  if (state.roles.size >= 1000)
    throw new AwsError('LimitExceeded', 'Cannot exceed quota for RolesPerAccount: 1000')
  requireTrustDocument(state, AssumeRolePolicyDocument)
  const role: RoleRow = {
    name: RoleName,
    path: Path,
    id: newRoleId(),
    createdAt: stamp(now),
    ...(Description !== undefined && { description: Description }),
    maxSessionDuration: input.MaxSessionDuration ?? 3600,
    trust: AssumeRolePolicyDocument,
    tags: withTags([], input.Tags ?? []),
    attached: [],
    inline: {},
    ...(PermissionsBoundary !== undefined && {
      permissionsBoundary: requireBoundary(state, PermissionsBoundary),
    }),
  }
  putRole(state, role)
  return {
    Role: {
      ...listedRole(state, role),
      ...boundaryView(role),
      ...(role.tags.length > 0 && { Tags: [...role.tags] }),
    },
  }
})
