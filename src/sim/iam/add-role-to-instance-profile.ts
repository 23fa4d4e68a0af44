import { AddRoleToInstanceProfileCommand } from '@aws-sdk/client-iam'
import { AwsError } from '../errors.ts'
import { operation } from '../operation.ts'
import { findInstanceProfile, putInstanceProfile } from './instance-profile.ts'
import { findRole } from './role.ts'

/** Puts a role into an instance profile, which holds one at most. */
export const addRoleToInstanceProfile = operation(
  AddRoleToInstanceProfileCommand,
  ({ InstanceProfileName, RoleName }, { state }) => {
    const profile = findInstanceProfile(state, InstanceProfileName)
    const role = findRole(state, RoleName)
    if (profile.roleId !== undefined)
      throw new AwsError('LimitExceeded', 'Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1')
    putInstanceProfile(state, { ...profile, roleId: role.id })
  },
)
