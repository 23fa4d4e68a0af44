import type { Role } from '@aws-sdk/client-iam'
import { AwsError } from '../errors.ts'
import type { RoleRow, State } from '../state.ts'
import { boundaryView } from './boundary.ts'
import { encodeDocument } from './inline.ts'

/** The role of this name, in any case, or `NoSuchEntity`. */
export const findRole = (state: State, name: string): Readonly<RoleRow> => {
  const role = state.roles.get(name.toLowerCase())
  if (!role) throw new AwsError('NoSuchEntity', `The role with name ${name} cannot be found.`)
  return role
}

/** Stores a changed role. */
export const putRole = (state: State, role: RoleRow): void => state.roles.put(role.name.toLowerCase(), role)

/** `arn:aws:iam::111122223333:role/path/NAME` */
export const roleArn = (state: State, { path, name }: Readonly<RoleRow>): string =>
  `arn:aws:iam::${state.account.id}:role${path}${name}`

/** The role with this ARN, if there is one. */
export const roleOfArn = (state: State, arn: string): Readonly<RoleRow> | undefined => {
  const role = state.roles.get(arn.slice(arn.lastIndexOf('/') + 1).toLowerCase())
  return role && roleArn(state, role) === arn ? role : undefined
}

/** A role as CreateRole answers it and an instance profile holds it. */
export const roleView = (state: State, role: Readonly<RoleRow>): Role => ({
  Path: role.path,
  RoleName: role.name,
  RoleId: role.id,
  Arn: roleArn(state, role),
  CreateDate: new Date(role.createdAt),
  AssumeRolePolicyDocument: encodeDocument(role.trust),
})

/**
 * A role as `ListRoles` shows one. "It doesn't return the following attributes, even though they are an attribute of the returned object:
 * PermissionsBoundary, RoleLastUsed, Tags" (API_ListRoles).
 */
export const listedRole = (state: State, role: Readonly<RoleRow>): Role => ({
  ...roleView(state, role),
  ...(role.description !== undefined && { Description: role.description }),
  MaxSessionDuration: role.maxSessionDuration,
})

/** A role as `GetRole` shows one. */
export const roleDetail = (state: State, role: Readonly<RoleRow>): Role => ({
  ...listedRole(state, role),
  ...boundaryView(role),
  ...(role.tags.length > 0 && { Tags: [...role.tags] }),
  RoleLastUsed: lastUsedView(role),
})

/** When and where a role was last used, or nothing. */
export const lastUsedView = ({ lastUsed }: Readonly<RoleRow>) =>
  lastUsed === undefined ? {} : { LastUsedDate: new Date(lastUsed.at), Region: lastUsed.region }
