import { CreateInstanceProfileCommand } from '@aws-sdk/client-iam'
import { AwsError } from '../errors.ts'
import { operation } from '../operation.ts'
import { newInstanceProfileId, stamp } from './ids.ts'
import { instanceProfileView, putInstanceProfile } from './instance-profile.ts'
import { withTags } from './tags.ts'

/** Makes an instance profile, which holds no role yet. */
export const createInstanceProfile = operation(
  CreateInstanceProfileCommand,
  ({ InstanceProfileName, Path = '/', Tags = [] }, { state, now }) => {
    if (state.instanceProfiles.has(InstanceProfileName.toLowerCase()))
      throw new AwsError('EntityAlreadyExists', `Instance Profile ${InstanceProfileName} already exists.`)
    if (state.instanceProfiles.size >= 1000)
      throw new AwsError('LimitExceeded', 'Cannot exceed quota for InstanceProfilesPerAccount: 1000')
    const profile = {
      name: InstanceProfileName,
      path: Path,
      id: newInstanceProfileId(),
      createdAt: stamp(now),
      tags: withTags([], Tags, 'by case'),
    }
    putInstanceProfile(state, profile)
    const tags = profile.tags.length > 0 && { Tags: [...profile.tags] }
    return { InstanceProfile: { ...instanceProfileView(state, profile), ...tags } }
  },
)
