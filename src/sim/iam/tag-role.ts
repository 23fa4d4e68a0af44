import { TagRoleCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findRole, putRole } from './role.ts'
import { withTags } from './tags.ts'

/** Adds tags to a role, or gives them new values. */
export const tagRole = operation(TagRoleCommand, ({ RoleName, Tags }, { state }) => {
  const role = findRole(state, RoleName)
  putRole(state, { ...role, tags: withTags(role.tags, Tags) })
})
