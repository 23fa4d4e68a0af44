import { RemoveRoleFromInstanceProfileCommand } from '@aws-sdk/client-iam'
import { AwsError } from '../errors.ts'
import { operation } from '../operation.ts'
import { findInstanceProfile, putInstanceProfile } from './instance-profile.ts'
import { findRole } from './role.ts'

/** Takes a role out of an instance profile. */
export const removeRoleFromInstanceProfile = operation(
  RemoveRoleFromInstanceProfileCommand,
  ({ InstanceProfileName, RoleName }, { state }) => {
    const { roleId, ...profile } = findInstanceProfile(state, InstanceProfileName)
    const role = findRole(state, RoleName)
    // AWS's words for a role that is not in it were looked for in public code and not found: these follow those for a role that is not there.
    if (roleId !== role.id)
      throw new AwsError('NoSuchEntity', `The role with name ${RoleName} cannot be found.`)
    putInstanceProfile(state, profile)
  },
)
