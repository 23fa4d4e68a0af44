import { ListInstanceProfilesForRoleCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { instanceProfileView, profilesOf } from './instance-profile.ts'
import { page } from './page.ts'
import { findRole } from './role.ts'

/** The instance profiles that hold a role. */
export const listInstanceProfilesForRole = operation(
  ListInstanceProfilesForRoleCommand,
  (input, { state }) => {
    const profiles = profilesOf(state, findRole(state, input.RoleName).id)
    const [shown, paged] = page(profiles, ({ name }) => name.toLowerCase(), input)
    return { InstanceProfiles: shown.map(profile => instanceProfileView(state, profile)), ...paged }
  },
)
