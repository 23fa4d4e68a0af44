import { AttachRolePolicyCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findRole, putRole } from './role.ts'
import { withAttached } from './attached.ts'

/** Attaches a managed policy to a role. */
export const attachRolePolicy = operation(AttachRolePolicyCommand, ({ RoleName, PolicyArn }, { state }) => {
  const role = findRole(state, RoleName)
  putRole(state, { ...role, attached: withAttached(state, role, PolicyArn, 'PoliciesPerRole') })
})
