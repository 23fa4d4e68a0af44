import { AwsError } from '../errors.ts'
import type { RoleRow, State } from '../state.ts'

/** The role of this name, in any case, or `NoSuchEntity`. */
export const findRole = (state: State, name: string): Readonly<RoleRow> => {
  const role = state.roles.get(name.toLowerCase())
  if (!role) throw new AwsError('NoSuchEntity', `The role with name ${name} cannot be found.`)
  return role
}

/** `arn:aws:iam::111122223333:role/path/NAME` */
export const roleArn = (state: State, { path, name }: Readonly<RoleRow>): string =>
  `arn:aws:iam::${state.account.id}:role${path}${name}`

/** The role with this ARN, if there is one. */
export const roleOfArn = (state: State, arn: string): Readonly<RoleRow> | undefined => {
  const role = state.roles.get(arn.slice(arn.lastIndexOf('/') + 1).toLowerCase())
  return role && roleArn(state, role) === arn ? role : undefined
}
