import { DeleteRolePolicyCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findRole, putRole } from './role.ts'
import { withoutInline } from './inline.ts'

/** Deletes an inline policy of a role. */
export const deleteRolePolicy = operation(DeleteRolePolicyCommand, ({ RoleName, PolicyName }, { state }) => {
  const role = findRole(state, RoleName)
  putRole(state, { ...role, inline: withoutInline('role', role, PolicyName) })
})
