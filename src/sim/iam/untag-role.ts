import { UntagRoleCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findRole, putRole } from './role.ts'
import { withoutTags } from './tags.ts'

/** Takes tags from a role. */
export const untagRole = operation(UntagRoleCommand, ({ RoleName, TagKeys }, { state }) => {
  const role = findRole(state, RoleName)
  putRole(state, { ...role, tags: withoutTags(role.tags, TagKeys) })
})
