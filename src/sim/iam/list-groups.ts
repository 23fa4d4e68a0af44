import { ListGroupsCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { groupView } from './group.ts'
import { page } from './page.ts'
import { below } from './path.ts'

/** The groups below a path. */
export const listGroups = operation(ListGroupsCommand, (input, { state }) => {
  const groups = below(state.groups.values(), input.PathPrefix)
  const [shown, paged] = page(groups, ({ name }) => name.toLowerCase(), input)
  return { Groups: shown.map(group => groupView(state, group)), ...paged }
})
