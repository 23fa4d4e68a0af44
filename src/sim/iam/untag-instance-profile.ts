import { UntagInstanceProfileCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findInstanceProfile, putInstanceProfile } from './instance-profile.ts'
import { withoutTags } from './tags.ts'

/** Takes tags from an instance profile. */
export const untagInstanceProfile = operation(
  UntagInstanceProfileCommand,
  ({ InstanceProfileName, TagKeys }, { state }) => {
    const profile = findInstanceProfile(state, InstanceProfileName)
    putInstanceProfile(state, { ...profile, tags: withoutTags(profile.tags, TagKeys, 'by case') })
  },
)
