import { ListInstanceProfilesCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { instanceProfileView } from './instance-profile.ts'
import { page } from './page.ts'
import { below } from './path.ts'

/** The instance profiles below a path. */
export const listInstanceProfiles = operation(ListInstanceProfilesCommand, (input, { state }) => {
  const profiles = below(state.instanceProfiles.values(), input.PathPrefix)
  const [shown, paged] = page(profiles, ({ name }) => name.toLowerCase(), input)
  return { InstanceProfiles: shown.map(profile => instanceProfileView(state, profile)), ...paged }
})
