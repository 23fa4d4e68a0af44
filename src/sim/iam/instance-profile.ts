import type { InstanceProfile } from '@aws-sdk/client-iam'
import { AwsError } from '../errors.ts'
import type { InstanceProfileRow, State } from '../state.ts'
import { roleView } from './role.ts'

/** The instance profile of this name, in any case, or `NoSuchEntity`. */
export const findInstanceProfile = (state: State, name: string): Readonly<InstanceProfileRow> => {
  const profile = state.instanceProfiles.get(name.toLowerCase())
  if (!profile) throw new AwsError('NoSuchEntity', `Instance Profile ${name} cannot be found.`)
  return profile
}

/** Stores a changed instance profile. */
export const putInstanceProfile = (state: State, profile: InstanceProfileRow): void =>
  state.instanceProfiles.put(profile.name.toLowerCase(), profile)

/** `arn:aws:iam::111122223333:instance-profile/path/NAME` */
export const instanceProfileArn = (state: State, { path, name }: Readonly<InstanceProfileRow>): string =>
  `arn:aws:iam::${state.account.id}:instance-profile${path}${name}`

/** An instance profile with its role, as every operation shows one. */
export const instanceProfileView = (state: State, profile: Readonly<InstanceProfileRow>): InstanceProfile => {
  const role = profile.roleId === undefined ? undefined : state.roleById(profile.roleId)
  return {
    Path: profile.path,
    InstanceProfileName: profile.name,
    InstanceProfileId: profile.id,
    Arn: instanceProfileArn(state, profile),
    CreateDate: new Date(profile.createdAt),
    Roles: role ? [roleView(state, role)] : [],
  }
}

/** The instance profiles that hold a role. */
export const profilesOf = (state: State, roleId: string): Readonly<InstanceProfileRow>[] =>
  [...state.instanceProfiles.values()].filter(profile => profile.roleId === roleId)
