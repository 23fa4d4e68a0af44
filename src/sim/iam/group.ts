import type { Group } from '@aws-sdk/client-iam'
import { AwsError } from '../errors.ts'
import type { GroupRow, State, UserRow } from '../state.ts'

/** The group of this name, without regard to case, or `NoSuchEntity`. */
export const findGroup = (state: State, name: string): Readonly<GroupRow> => {
  const group = state.groups.get(name.toLowerCase())
  if (!group) throw new AwsError('NoSuchEntity', `The group with name ${name} cannot be found.`)
  return group
}

/** Stores a changed group. */
export const putGroup = (state: State, group: GroupRow): void =>
  state.groups.put(group.name.toLowerCase(), group)

/** `arn:aws:iam::111122223333:group/path/Admins` */
export const groupArn = (state: State, { path, name }: Readonly<GroupRow>): string =>
  `arn:aws:iam::${state.account.id}:group${path}${name}`

/** A group as every operation shows one. */
export const groupView = (state: State, group: Readonly<GroupRow>): Group => ({
  Path: group.path,
  GroupName: group.name,
  GroupId: group.id,
  Arn: groupArn(state, group),
  CreateDate: new Date(group.createdAt),
})

/** The users in a group, one by one. */
export const membersOf = function* (state: State, groupId: string): Generator<Readonly<UserRow>> {
  for (const user of state.users.values()) if (user.groups.includes(groupId)) yield user
}
