import { UpdateAssumeRolePolicyCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findRole, putRole } from './role.ts'
import { requireTrustDocument } from './trust-document.ts'

/** Writes a role's trust policy anew. */
export const updateAssumeRolePolicy = operation(
  UpdateAssumeRolePolicyCommand,
  ({ RoleName, PolicyDocument }, { state }) => {
    const role = findRole(state, RoleName)
    requireTrustDocument(state, PolicyDocument)
    putRole(state, { ...role, trust: PolicyDocument })
  },
)
