import { DetachRolePolicyCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findRole, putRole } from './role.ts'
import { withoutAttached } from './attached.ts'

/** Detaches a managed policy from a role. */
export const detachRolePolicy = operation(DetachRolePolicyCommand, ({ RoleName, PolicyArn }, { state }) => {
  const role = findRole(state, RoleName)
  putRole(state, { ...role, attached: withoutAttached(state, role, PolicyArn) })
})
