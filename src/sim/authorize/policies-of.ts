import { awsPolicy, defaultDocument, ownPolicy } from '../iam/managed-policy.ts'
import type { Caller } from '../operation.ts'
import type { GroupRow, Owner, RoleRow, State, UserRow } from '../state.ts'

/** A policy that counts for somebody. `from` says who carries it: `group Admins`. Managed policies have an `arn`. */
export type AppliedPolicy = { name: string; document: string | object; from: string; arn?: string }

/** What counts for a caller. Without a boundary or session policies, those lists are absent: an empty list allows nothing. */
export type PoliciesOf = { identity: AppliedPolicy[]; boundary?: AppliedPolicy[]; session?: AppliedPolicy[] }

/**
 * What the account's password policy gives every user, whatever their policies; the operation has no other user than the caller.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_enable-user-change.html
 */
const changeOwnPassword: AppliedPolicy = {
  name: 'AllowUsersToChangePassword',
  from: 'account password policy',
  document: { Statement: { Effect: 'Allow', Action: 'iam:ChangePassword', Resource: '*' } },
}

/** Nothing limits root. */
const rootPolicy: AppliedPolicy = {
  name: 'root user',
  from: 'root user',
  document: { Statement: { Effect: 'Allow', Action: '*', Resource: '*' } },
}

/** What a caller's requests are held against: their own policies, the boundary on them, and the session's. */
export const policiesOf = (state: State, { owner, session }: Caller): PoliciesOf => {
  const of = owner.type === 'federated-user' ? owner.by : owner
  const own = of.type === 'role' ? ofRole(state, state.roleById(of.roleId)!) : ofOwner(state, of)
  const inSession = [
    ...(session?.policies ?? []).map(document => ({ name: 'session policy', document, from: 'session' })),
    ...(session?.policyArns ?? []).flatMap(arn => managed(state, arn, 'session')),
  ]
  // A federated user without session policies has no permissions: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
  const limited = session?.policies ?? session?.policyArns ?? (owner.type === 'federated-user' || undefined)
  return { ...own, ...(limited !== undefined && { session: inSession }) }
}

const ofOwner = (state: State, owner: Owner): PoliciesOf =>
  owner.type === 'root' ? { identity: [rootPolicy] } : ofUser(state, state.userById(owner.userId)!)

/** A user's own policies, inline and attached, those of all their groups, and what the account gives everybody. */
export const ofUser = (state: State, user: Readonly<UserRow>): PoliciesOf => ({
  identity: [
    ...carriedBy(state, user, `user ${user.name}`),
    ...user.groups.flatMap(id => {
      const group = state.groupById(id)
      return group ? carriedBy(state, group, `group ${group.name}`) : []
    }),
    ...(state.account.passwordPolicy?.AllowUsersToChangePassword ? [changeOwnPassword] : []),
  ],
  ...boundaryOf(state, user, `user ${user.name}`),
})

/** A role's policies, inline and attached. */
export const ofRole = (state: State, role: Readonly<RoleRow>): PoliciesOf => ({
  identity: carriedBy(state, role, `role ${role.name}`),
  ...boundaryOf(state, role, `role ${role.name}`),
})

/** A permissions boundary: what the policies may allow at most. */
const boundaryOf = (
  state: State,
  { permissionsBoundary }: Readonly<UserRow | RoleRow>,
  from: string,
): Pick<PoliciesOf, 'boundary'> =>
  permissionsBoundary === undefined ? {} : { boundary: managed(state, permissionsBoundary, from) }

/** What a group, a user or a role carries itself. */
export const carriedBy = (
  state: State,
  { inline, attached }: Readonly<UserRow | GroupRow | RoleRow>,
  from: string,
): AppliedPolicy[] => [
  ...Object.entries(inline).map(([name, document]) => ({ name, document, from })),
  ...attached.flatMap(arn => managed(state, arn, from)),
]

const managed = (state: State, arn: string, from: string): AppliedPolicy[] => {
  const policy = ownPolicy(state, arn) ?? awsPolicy(arn)
  return policy ? [{ name: policy.name, document: defaultDocument(policy), from, arn }] : []
}
