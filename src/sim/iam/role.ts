import type { RoleRow, State } from '../state.ts'

/** `arn:aws:iam::111122223333:role/path/NAME` */
export const roleArn = (state: State, { path, name }: Readonly<RoleRow>): string =>
  `arn:aws:iam::${state.account.id}:role${path}${name}`
