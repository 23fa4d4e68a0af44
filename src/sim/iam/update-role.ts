import { UpdateRoleCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findRole, putRole } from './role.ts'

/** Changes a role's description or how long its sessions may last. */
export const updateRole = operation(
  UpdateRoleCommand,
  ({ RoleName, Description, MaxSessionDuration }, { state }) => {
    const role = findRole(state, RoleName)
    putRole(state, {
      ...role,
      ...(Description !== undefined && { description: Description }),
      maxSessionDuration: MaxSessionDuration ?? role.maxSessionDuration,
    })
    return {}
  },
)
