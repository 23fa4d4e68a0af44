import { TagInstanceProfileCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findInstanceProfile, putInstanceProfile } from './instance-profile.ts'
import { withTags } from './tags.ts'

/** Adds tags to an instance profile, or gives them new values. */
export const tagInstanceProfile = operation(
  TagInstanceProfileCommand,
  ({ InstanceProfileName, Tags }, { state }) => {
    const profile = findInstanceProfile(state, InstanceProfileName)
    putInstanceProfile(state, { ...profile, tags: withTags(profile.tags, Tags, 'by case') })
  },
)
