import { ListRolesCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { page } from './page.ts'
import { below } from './path.ts'
import { listedRole } from './role.ts'

/** The roles below a path. */
export const listRoles = operation(ListRolesCommand, (input, { state }) => {
  const roles = below(state.roles.values(), input.PathPrefix)
  const [shown, paged] = page(roles, ({ name }) => name.toLowerCase(), input)
  return { Roles: shown.map(role => listedRole(state, role)), ...paged }
})
