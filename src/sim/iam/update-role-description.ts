import { UpdateRoleDescriptionCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findRole, listedRole, putRole } from './role.ts'

/** Changes a role's description, and shows the role. */
export const updateRoleDescription = operation(
  UpdateRoleDescriptionCommand,
  ({ RoleName, Description }, { state }) => {
    const role = { ...findRole(state, RoleName), description: Description }
    putRole(state, role)
    return { Role: listedRole(state, role) }
  },
)
