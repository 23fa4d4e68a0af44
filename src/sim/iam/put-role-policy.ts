import { PutRolePolicyCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findRole, putRole } from './role.ts'
import { withInline } from './inline.ts'

/** Writes an inline policy into a role, over one of the same name. */
export const putRolePolicy = operation(
  PutRolePolicyCommand,
  ({ RoleName, PolicyName, PolicyDocument }, { state }) => {
    const role = findRole(state, RoleName)
    putRole(state, { ...role, inline: withInline('role', role, PolicyName, PolicyDocument) })
  },
)
