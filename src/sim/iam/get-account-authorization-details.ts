import { GetAccountAuthorizationDetailsCommand, type EntityType } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import type { GroupRow, RoleRow, State, UserRow } from '../state.ts'
import { groupArn } from './group.ts'
import { page } from './page.ts'
import { attachedPolicies } from './attached.ts'
import { boundaryView } from './boundary.ts'
import { instanceProfileView, profilesOf } from './instance-profile.ts'
import { lastUsedView, roleView } from './role.ts'
import { encodeDocument } from './inline.ts'
import { managedPolicies, policyUses, policyView, versionView, type ManagedPolicy } from './managed-policy.ts'
import { userDetail, userView } from './user.ts'

/** Everything about who may do what, in pages over all kinds together: groups, then the account's own policies and AWS's in use, then roles, then users. */
export const getAccountAuthorizationDetails = operation(
  GetAccountAuthorizationDetailsCommand,
  ({ Filter, ...paging }, { state }) => {
    const wanted = (kind: EntityType) => !Filter?.length || Filter.includes(kind)
    const uses = policyUses(state)
    const policies = [
      ...(wanted('LocalManagedPolicy') ? managedPolicies(state, 'Local') : []),
      // Of AWS's, those that somebody has.
      ...(wanted('AWSManagedPolicy')
        ? [...managedPolicies(state, 'AWS')].filter(({ arn }) => uses.attachments.has(arn))
        : []),
    ]
    type Entry = { group: GroupRow } | { user: UserRow } | { policy: ManagedPolicy } | { role: RoleRow }
    const all: Entry[] = [
      ...(wanted('Group') ? [...state.groups.values()].map(group => ({ group })) : []),
      ...policies.map(policy => ({ policy })),
      ...(wanted('Role') ? [...state.roles.values()].map(role => ({ role })) : []),
      ...(wanted('User') ? [...state.users.values()].map(user => ({ user })) : []),
    ]
    const key = (entry: Entry) =>
      'group' in entry
        ? `1 ${entry.group.name}`
        : 'policy' in entry
          ? `2 ${entry.policy.name} ${entry.policy.arn}`
          : 'role' in entry
            ? `3 ${entry.role.name}`
            : `4 ${entry.user.name}`
    const [shown, paged] = page(all, key, paging)
    return {
      GroupDetailList: shown.flatMap(entry => ('group' in entry ? [groupDetail(state, entry.group)] : [])),
      Policies: shown.flatMap(entry => ('policy' in entry ? [policyDetail(entry.policy, uses)] : [])),
      UserDetailList: shown.flatMap(entry =>
        'user' in entry ? [userDetailWithPolicies(state, entry.user)] : [],
      ),
      RoleDetailList: shown.flatMap(entry =>
        'role' in entry ? [roleDetailWithPolicies(state, entry.role)] : [],
      ),
      ...paged,
    }
  },
)

const inline = (policies: Record<string, string>) =>
  Object.entries(policies).map(([PolicyName, document]) => ({
    PolicyName,
    PolicyDocument: encodeDocument(document),
  }))

const groupDetail = (state: State, group: Readonly<GroupRow>) => ({
  Path: group.path,
  GroupName: group.name,
  GroupId: group.id,
  Arn: groupArn(state, group),
  CreateDate: new Date(group.createdAt),
  GroupPolicyList: inline(group.inline),
  AttachedManagedPolicies: attachedPolicies(state, group),
})

const userDetailWithPolicies = (state: State, user: Readonly<UserRow>) => ({
  ...userView(state, user),
  PermissionsBoundary: userDetail(state, user).PermissionsBoundary,
  ...(Object.keys(user.inline).length > 0 && { UserPolicyList: inline(user.inline) }),
  GroupList: user.groups.map(id => state.groupById(id)!.name),
  AttachedManagedPolicies: attachedPolicies(state, user),
  Tags: [...user.tags],
})

const roleDetailWithPolicies = (state: State, role: Readonly<RoleRow>) => ({
  ...roleView(state, role),
  ...boundaryView(role),
  InstanceProfileList: profilesOf(state, role.id).map(profile => instanceProfileView(state, profile)),
  RolePolicyList: inline(role.inline),
  AttachedManagedPolicies: attachedPolicies(state, role),
  Tags: [...role.tags],
  RoleLastUsed: lastUsedView(role),
})

const policyDetail = (policy: ManagedPolicy, uses: ReturnType<typeof policyUses>) => ({
  ...policyView(policy, uses),
  // Newest first (recorded).
  PolicyVersionList: policy.versions.toReversed().map(version => versionView(policy, version)),
})
