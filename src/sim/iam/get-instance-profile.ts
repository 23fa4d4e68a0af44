import { GetInstanceProfileCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findInstanceProfile, instanceProfileView } from './instance-profile.ts'

/** An instance profile with its role and tags. */
export const getInstanceProfile = operation(
  GetInstanceProfileCommand,
  ({ InstanceProfileName }, { state }) => {
    const profile = findInstanceProfile(state, InstanceProfileName)
    const tags = profile.tags.length > 0 && { Tags: [...profile.tags] }
    return { InstanceProfile: { ...instanceProfileView(state, profile), ...tags } }
  },
)
