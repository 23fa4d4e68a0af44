import { DeleteUserPermissionsBoundaryCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { withoutBoundary } from './boundary.ts'
import { findUser, putUser } from './user.ts'

/** Takes a user's permissions boundary away; without one, nothing changes. */
export const deleteUserPermissionsBoundary = operation(
  DeleteUserPermissionsBoundaryCommand,
  ({ UserName }, { state }) => putUser(state, withoutBoundary(findUser(state, UserName))),
)
