import { PutRolePermissionsBoundaryCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { requireBoundary } from './boundary.ts'
import { findRole, putRole } from './role.ts'

/** Sets what a role's policies may allow at most. */
export const putRolePermissionsBoundary = operation(
  PutRolePermissionsBoundaryCommand,
  ({ RoleName, PermissionsBoundary }, { state }) => {
    const role = findRole(state, RoleName)
    putRole(state, { ...role, permissionsBoundary: requireBoundary(state, PermissionsBoundary) })
  },
)
