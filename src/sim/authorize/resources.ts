import { groupArn } from '../iam/group.ts'
import { instanceProfileArn } from '../iam/instance-profile.ts'
import { ownPolicy } from '../iam/managed-policy.ts'
import { roleArn, roleOfArn } from '../iam/role.ts'
import { userArn } from '../iam/user.ts'
import type { Caller } from '../operation.ts'
import type { State, Tag } from '../state.ts'
import type { AppliedPolicy } from './policies-of.ts'

/** What an operation is about: the ARN that policies are held against, and what AWS calls it when it says no. */
export type Resource = {
  arn: string
  words: string
  tags: readonly Tag[]
  /** What is to be done with it, where that is not what the operation is called. */
  action?: string
  /** The resource's own policies, where it has to allow: a role's trust policy. */
  policies?: AppliedPolicy[]
}

type Input = Readonly<Record<string, any>>
type About = (input: Input, caller: Caller, state: State) => Resource[]

const resource = (arn: string, words = arn, tags: readonly Tag[] = []): Resource => ({ arn, words, tags })
const iam = (state: State, name: string) => `arn:aws:iam::${state.account.id}:${name}`

/** The named user, or the caller when no name is given. AWS then says `user ada`. */
const user: About = ({ UserName }, caller, state) => {
  const name = UserName ?? caller.userName ?? ''
  const row = state.users.get(name.toLowerCase())
  return [resource(row ? userArn(state, row) : iam(state, `user/${name}`), `user ${name}`, row?.tags)]
}
const group: About = ({ GroupName = '' }, _, state) => {
  const row = state.groups.get(GroupName.toLowerCase())
  return [resource(row ? groupArn(state, row) : iam(state, `group/${GroupName}`), `group ${GroupName}`)]
}

/** What is to be made, or a list: AWS says the ARN. */
const newUser: About = ({ UserName, Path = '/' }, _, state) => [
  resource(iam(state, `user${Path}${UserName}`)),
]
const newGroup: About = ({ GroupName, Path = '/' }, _, state) => [
  resource(iam(state, `group${Path}${GroupName}`)),
]
const newDevice: About = ({ VirtualMFADeviceName, Path = '/' }, _, state) => [
  resource(iam(state, `mfa${Path}${VirtualMFADeviceName}`)),
]
const users: About = ({ PathPrefix = '/' }, _, state) => [resource(iam(state, `user${PathPrefix}`))]
const groups: About = ({ PathPrefix = '/' }, _, state) => [resource(iam(state, `group${PathPrefix}`))]
const devices: About = (_, __, state) => [resource(iam(state, 'mfa/'))]

/** "User: ... is not authorized to perform: iam:ListPolicies on resource: policy path /": https://github.com/aws/aws-sam-cli/issues/394 */
const policies: About = ({ PathPrefix = '/' }, _, state) => [
  resource(iam(state, `policy${PathPrefix}`), `policy path ${PathPrefix}`),
]
const policy: About = ({ PolicyArn = '' }, _, state) => [
  resource(PolicyArn, `policy ${PolicyArn}`, ownPolicy(state, PolicyArn)?.tags),
]

/** AWS says the ARN: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_general.html#troubleshoot_general_access-denied-delete-mfa */
const device: About = ({ SerialNumber = '' }, _, state) => {
  const row = state.mfaDevices.get(SerialNumber.toLowerCase())
  return [resource(row?.serialNumber ?? SerialNumber, SerialNumber, row?.tags)]
}

/** A new name or path needs permission on both: "the requester must have appropriate permissions on both the source and target objects" (API reference of UpdateUser). */
const renamedUser: About = (input, caller, state) => {
  const { UserName = '', NewUserName, NewPath } = input
  if (NewUserName === undefined && NewPath === undefined) return user(input, caller, state)
  const row = state.users.get(UserName.toLowerCase())
  const target = `user${NewPath ?? row?.path ?? '/'}${NewUserName ?? row?.name ?? UserName}`
  return [...user(input, caller, state), resource(iam(state, target))]
}
const renamedGroup: About = (input, caller, state) => {
  const { GroupName = '', NewGroupName, NewPath } = input
  if (NewGroupName === undefined && NewPath === undefined) return group(input, caller, state)
  const row = state.groups.get(GroupName.toLowerCase())
  const target = `group${NewPath ?? row?.path ?? '/'}${NewGroupName ?? row?.name ?? GroupName}`
  return [...group(input, caller, state), resource(iam(state, target))]
}

/** The key's user. What AWS calls it was looked for in issues and public code and not found: this is the simulator's own word. */
const accessKey: About = ({ AccessKeyId = '' }, _, state) => {
  const owner = state.accessKeys.get(AccessKeyId)?.owner
  const row = owner?.type === 'user' ? state.userById(owner.userId) : undefined
  const words = `access key ${AccessKeyId}`
  return [row ? resource(userArn(state, row), words, row.tags) : resource('*', words)]
}
/**
 * A role to be assumed. Session tags and a source identity need permissions of their own, from the role's trust policy too.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
 */
const assumedRole: About = ({ RoleArn = '', Tags, SourceIdentity }, _, state) => {
  const role = roleOfArn(state, RoleArn)
  const policies = role ? [{ name: 'trust policy', document: role.trust, from: `role ${role.name}` }] : []
  const one = { ...resource(RoleArn, RoleArn, role?.tags), policies }
  return [
    one,
    ...(Tags?.length ? [{ ...one, action: 'sts:TagSession' }] : []),
    ...(SourceIdentity === undefined ? [] : [{ ...one, action: 'sts:SetSourceIdentity' }]),
  ]
}
const federatedUser: About = ({ Name = '', Tags }, _, state) => {
  const one = resource(`arn:aws:sts::${state.account.id}:federated-user/${Name}`)
  return [one, ...(Tags?.length ? [{ ...one, action: 'sts:TagSession' }] : [])]
}
const roleNamed = (state: State, name = '', words = `role ${name}`): Resource => {
  const row = state.roles.get(name.toLowerCase())
  return resource(row ? roleArn(state, row) : iam(state, `role/${name}`), words, row?.tags)
}
const role: About = ({ RoleName }, _, state) => [roleNamed(state, RoleName)]
const newRole: About = ({ RoleName, Path = '/' }, _, state) => [
  resource(iam(state, `role${Path}${RoleName}`)),
]
const roles: About = ({ PathPrefix = '/' }, _, state) => [resource(iam(state, `role${PathPrefix}`))]
const profile: About = ({ InstanceProfileName = '' }, _, state) => {
  const row = state.instanceProfiles.get(InstanceProfileName.toLowerCase())
  const arn = row ? instanceProfileArn(state, row) : iam(state, `instance-profile/${InstanceProfileName}`)
  return [resource(arn, `instance profile ${InstanceProfileName}`, row?.tags)]
}
const newProfile: About = ({ InstanceProfileName, Path = '/' }, _, state) => [
  resource(iam(state, `instance-profile${Path}${InstanceProfileName}`)),
]
const profiles: About = ({ PathPrefix = '/' }, _, state) => [
  resource(iam(state, `instance-profile${PathPrefix}`)),
]
/** "To add a role to an instance profile, you must also have permission to pass the role": the dependent action of AddRoleToInstanceProfile. */
const profileAndRole: About = (input, caller, state) => [
  ...profile(input, caller, state),
  {
    ...roleNamed(state, input['RoleName']),
    words: roleNamed(state, input['RoleName']).arn,
    action: 'iam:PassRole',
  },
]
/** AWS says the name alone: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.create-cluster.html */
const newPolicy: About = ({ PolicyName, Path = '/' }, _, state) => [
  resource(iam(state, `policy${Path}${PolicyName}`), `policy ${PolicyName}`),
]
/** What is made with tags is tagged as well, which needs a permission of its own (https://github.com/iann0036/iamlive/issues/70); AWS names it as it names what is made. */
const tagged =
  (about: About, action: string): About =>
  (input, caller, state) => {
    const made = about(input, caller, state)
    return input['Tags']?.length ? [...made, ...made.map(one => ({ ...one, action }))] : made
  }
const policySource: About = ({ PolicySourceArn = '' }) => [resource(PolicySourceArn)]
const account: About = (_, __, state) => [resource(`arn:aws:account::${state.account.id}:account`)]
const everything: About = () => [resource('*')]

/**
 * Which resource each operation is about; one that is not listed is about the whole account, `*`.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 */
const operations: [about: About, service: string, names: string][] = [
  [tagged(newUser, 'iam:TagUser'), 'iam', 'CreateUser'],
  [renamedUser, 'iam', 'UpdateUser'],
  [users, 'iam', 'ListUsers'],
  [user, 'iam', 'GetUser DeleteUser TagUser UntagUser ListUserTags'],
  [user, 'iam', 'CreateLoginProfile GetLoginProfile UpdateLoginProfile DeleteLoginProfile ChangePassword'],
  [user, 'iam', 'CreateAccessKey ListAccessKeys UpdateAccessKey DeleteAccessKey'],
  [user, 'iam', 'AttachUserPolicy DetachUserPolicy ListAttachedUserPolicies'],
  [user, 'iam', 'PutUserPolicy GetUserPolicy ListUserPolicies DeleteUserPolicy ListGroupsForUser'],
  [user, 'iam', 'PutUserPermissionsBoundary DeleteUserPermissionsBoundary'],
  [user, 'iam', 'EnableMFADevice DeactivateMFADevice ResyncMFADevice ListMFADevices GetMFADevice'],
  [accessKey, 'iam', 'GetAccessKeyLastUsed'],
  [newGroup, 'iam', 'CreateGroup'],
  [renamedGroup, 'iam', 'UpdateGroup'],
  [groups, 'iam', 'ListGroups'],
  [group, 'iam', 'GetGroup DeleteGroup AddUserToGroup RemoveUserFromGroup'],
  [group, 'iam', 'AttachGroupPolicy DetachGroupPolicy ListAttachedGroupPolicies'],
  [group, 'iam', 'PutGroupPolicy GetGroupPolicy ListGroupPolicies DeleteGroupPolicy'],
  [policy, 'iam', 'GetPolicy GetPolicyVersion ListPolicyVersions ListEntitiesForPolicy'],
  [tagged(newPolicy, 'iam:TagPolicy'), 'iam', 'CreatePolicy'],
  [policy, 'iam', 'CreatePolicyVersion DeletePolicy DeletePolicyVersion SetDefaultPolicyVersion'],
  [policy, 'iam', 'TagPolicy UntagPolicy ListPolicyTags'],
  [tagged(newRole, 'iam:TagRole'), 'iam', 'CreateRole'],
  [roles, 'iam', 'ListRoles'],
  [role, 'iam', 'GetRole UpdateRole UpdateRoleDescription UpdateAssumeRolePolicy DeleteRole'],
  [role, 'iam', 'AttachRolePolicy DetachRolePolicy ListAttachedRolePolicies'],
  [role, 'iam', 'PutRolePolicy GetRolePolicy ListRolePolicies DeleteRolePolicy'],
  [role, 'iam', 'PutRolePermissionsBoundary DeleteRolePermissionsBoundary'],
  [role, 'iam', 'TagRole UntagRole ListRoleTags ListInstanceProfilesForRole'],
  [tagged(newProfile, 'iam:TagInstanceProfile'), 'iam', 'CreateInstanceProfile'],
  [profiles, 'iam', 'ListInstanceProfiles'],
  [profile, 'iam', 'GetInstanceProfile DeleteInstanceProfile RemoveRoleFromInstanceProfile'],
  [profile, 'iam', 'TagInstanceProfile UntagInstanceProfile ListInstanceProfileTags'],
  [profileAndRole, 'iam', 'AddRoleToInstanceProfile'],
  [policies, 'iam', 'ListPolicies'],
  [policySource, 'iam', 'SimulatePrincipalPolicy GetContextKeysForPrincipalPolicy'],
  [tagged(newDevice, 'iam:TagMFADevice'), 'iam', 'CreateVirtualMFADevice'],
  [device, 'iam', 'DeleteVirtualMFADevice TagMFADevice UntagMFADevice ListMFADeviceTags'],
  [devices, 'iam', 'ListVirtualMFADevices'],
  [assumedRole, 'sts', 'AssumeRole'],
  [federatedUser, 'sts', 'GetFederationToken'],
  [account, 'account', 'GetAccountInformation PutAccountName GetContactInformation PutContactInformation'],
  [account, 'account', 'GetAlternateContact PutAlternateContact DeleteAlternateContact'],
]

const aboutAction: ReadonlyMap<string, About> = new Map(
  operations.flatMap(([about, service, names]) =>
    names.split(' ').map((name): [string, About] => [`${service}:${name}`, about]),
  ),
)

/** The resources that a caller needs permission on, all of them. */
export const resourcesOf = (action: string, input: object, caller: Caller, state: State): Resource[] =>
  (aboutAction.get(action) ?? everything)(input as Input, caller, state)
