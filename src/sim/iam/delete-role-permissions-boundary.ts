import { DeleteRolePermissionsBoundaryCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { withoutBoundary } from './boundary.ts'
import { findRole, putRole } from './role.ts'

/** Takes a role's permissions boundary away; without one, nothing changes. */
export const deleteRolePermissionsBoundary = operation(
  DeleteRolePermissionsBoundaryCommand,
  ({ RoleName }, { state }) => putRole(state, withoutBoundary(findRole(state, RoleName))),
)
