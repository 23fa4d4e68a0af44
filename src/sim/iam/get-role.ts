import { GetRoleCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findRole, roleDetail } from './role.ts'

/** A role and its trust policy. */
export const getRole = operation(GetRoleCommand, ({ RoleName }, { state }) => ({
  Role: roleDetail(state, findRole(state, RoleName)),
}))
