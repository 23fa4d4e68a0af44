import { GetRolePolicyCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findRole } from './role.ts'
import { encodeDocument, findInline } from './inline.ts'

/** An inline policy of a role, as it was sent, URL-encoded. */
export const getRolePolicy = operation(GetRolePolicyCommand, ({ RoleName, PolicyName }, { state }) => {
  const role = findRole(state, RoleName)
  return {
    RoleName: role.name,
    PolicyName,
    PolicyDocument: encodeDocument(findInline('role', role, PolicyName)),
  }
})
