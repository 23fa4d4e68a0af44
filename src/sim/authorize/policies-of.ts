import { managedPolicy } from '../iam/policy.ts'
import type { GroupRow, State, UserRow } from '../state.ts'

/** A policy that counts for somebody. `from` says who carries it: `group Admins`. Managed policies have an `arn`. */
export type AppliedPolicy = { name: string; document: string | object; from: string; arn?: string }

/**
 * What the account's password policy gives every user, whatever their policies; the operation has no other user than the caller.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_enable-user-change.html
 */
const changeOwnPassword: AppliedPolicy = {
  name: 'AllowUsersToChangePassword',
  from: 'account password policy',
  document: { Statement: { Effect: 'Allow', Action: 'iam:ChangePassword', Resource: '*' } },
}

/** Every policy of a user: their own, inline and attached, those of all their groups, and what the account gives everybody. */
export const policiesOf = (state: State, user: Readonly<UserRow>): AppliedPolicy[] => [
  ...carriedBy(user, `user ${user.name}`),
  ...user.groups.flatMap(id => {
    const group = state.groupById(id)
    return group ? carriedBy(group, `group ${group.name}`) : []
  }),
  ...(state.account.passwordPolicy?.AllowUsersToChangePassword ? [changeOwnPassword] : []),
]

/** A user's permissions boundary: what their policies may allow at most. */
export const boundaryOf = ({ permissionsBoundary, name }: Readonly<UserRow>): AppliedPolicy[] =>
  permissionsBoundary === undefined ? [] : managed(permissionsBoundary, `user ${name}`)

const carriedBy = ({ inline, attached }: Readonly<UserRow | GroupRow>, from: string): AppliedPolicy[] => [
  ...Object.entries(inline).map(([name, document]) => ({ name, document, from })),
  ...attached.flatMap(arn => managed(arn, from)),
]

const managed = (arn: string, from: string): AppliedPolicy[] => {
  const policy = managedPolicy(arn)
  return policy ? [{ name: policy.name, document: policy.document, from, arn }] : []
}
