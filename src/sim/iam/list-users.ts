import { ListUsersCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { page } from './page.ts'
import { below } from './path.ts'
import { listedUser } from './user.ts'

/** The users below a path. */
export const listUsers = operation(ListUsersCommand, (input, { state }) => {
  const users = below(state.users.values(), input.PathPrefix)
  const [shown, paged] = page(users, ({ name }) => name.toLowerCase(), input)
  return { Users: shown.map(user => listedUser(state, user)), ...paged }
})
