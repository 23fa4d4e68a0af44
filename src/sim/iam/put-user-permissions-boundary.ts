import { PutUserPermissionsBoundaryCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { requireBoundary } from './boundary.ts'
import { findUser, putUser } from './user.ts'

/** Sets what a user's policies may allow at most. */
export const putUserPermissionsBoundary = operation(
  PutUserPermissionsBoundaryCommand,
  ({ UserName, PermissionsBoundary }, { state }) => {
    const user = findUser(state, UserName)
    putUser(state, { ...user, permissionsBoundary: requireBoundary(state, PermissionsBoundary) })
  },
)
