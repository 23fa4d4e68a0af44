import { DeleteInstanceProfileCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { refuseWhile } from './conflict.ts'
import { findInstanceProfile } from './instance-profile.ts'

/** Deletes an instance profile that holds no role. */
export const deleteInstanceProfile = operation(
  DeleteInstanceProfileCommand,
  ({ InstanceProfileName }, { state }) => {
    const profile = findInstanceProfile(state, InstanceProfileName)
    refuseWhile([[profile.roleId !== undefined, 'must remove roles from instance profile first']])
    state.instanceProfiles.delete(profile.name.toLowerCase())
  },
)
