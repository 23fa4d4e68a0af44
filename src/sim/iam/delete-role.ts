import { DeleteRoleCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { refuseWhile } from './conflict.ts'
import { profilesOf } from './instance-profile.ts'
import { findRole } from './role.ts'

/** Deletes a role of which nothing is left. */
export const deleteRole = operation(DeleteRoleCommand, ({ RoleName }, { state }) => {
  const role = findRole(state, RoleName)
  // Which of several conflicts AWS names is not documented.
  refuseWhile([
    [profilesOf(state, role.id).length > 0, 'must remove roles from instance profile first'],
    [role.attached.length > 0, 'must detach all policies first'],
    [Object.keys(role.inline).length > 0, 'must delete policies first'],
  ])
  state.roles.delete(role.name.toLowerCase())
})
