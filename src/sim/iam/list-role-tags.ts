import { ListRoleTagsCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findRole } from './role.ts'
import { tagPages } from './tag-pages.ts'

/** The tags of a role. */
export const listRoleTags = operation(ListRoleTagsCommand, (input, { state }) =>
  tagPages(findRole(state, input.RoleName).tags, input),
)
