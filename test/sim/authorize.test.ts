import { expect, test } from 'vitest'
import { authorize } from '../../src/sim/authorize/authorize.ts'
import type { AwsError } from '../../src/sim/errors.ts'
import type { Caller } from '../../src/sim/operation.ts'
import { services } from '../../src/sim/services.ts'
import type { State } from '../../src/sim/state.ts'
import { openMemoryStore } from '../../src/sim/store.ts'
import { groupNamed, userNamed } from './rows.ts'

const now = new Date('2026-03-04T05:06:07Z')
const ada: Caller = {
  owner: { type: 'user', userId: 'AIDAADA' },
  accountId: '111122223333',
  arn: 'arn:aws:iam::111122223333:user/team/ada',
  userId: 'AIDAADA',
  userName: 'ada',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
}
const root: Caller = {
  owner: { type: 'root' },
  accountId: '111122223333',
  arn: 'arn:aws:iam::111122223333:root',
  userId: '111122223333',
  accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
}
const administrator = 'arn:aws:iam::aws:policy/AdministratorAccess'

/** An account with a user ada, who may do what these say. */
const accountWhere = (change: (state: State) => void): State => {
  const store = openMemoryStore()
  store.transact(state => {
    state.users.put('ada', { ...userNamed('ada'), path: '/team/' })
    state.users.put('bob', userNamed('bob'))
    state.groups.put('admins', { ...groupNamed('Admins'), path: '/staff/' })
    state.accessKeys.put('AKIAI44QH8DHBEXAMPLE', {
      id: 'AKIAI44QH8DHBEXAMPLE',
      secret: '',
      owner: { type: 'user', userId: 'AIDABOB' },
      status: 'Active',
      createdAt: now.toISOString(),
    })
    change(state)
  })
  return store.state
}
const may = (state: State, rows: Partial<ReturnType<typeof userNamed>>) =>
  state.users.put('ada', { ...state.users.get('ada')!, ...rows })
const statement = (Effect: string, Action: string, Resource = '*', Condition = {}) =>
  JSON.stringify({ Version: '2012-10-17', Statement: { Effect, Action, Resource, Condition } })

const answer = (state: State, caller: Caller, action: string, input: object = {}): string => {
  try {
    authorize(caller, action, input, state, { now })
    return 'allowed'
  } catch (error) {
    const { code, message } = error as AwsError
    return `${code}: ${message}`
  }
}

test('root may do everything, and anybody may ask who they are', () => {
  const state = accountWhere(() => {})
  expect(answer(state, root, 'iam:DeleteUser', { UserName: 'ada' })).toBe('allowed')
  const deny = accountWhere(state => may(state, { inline: { no: statement('Deny', '*') } }))
  expect(answer(deny, ada, 'sts:GetCallerIdentity')).toBe('allowed')
  expect(answer(deny, ada, 'sts:GetSessionToken')).toBe('allowed')
  expect(answer(deny, ada, 'sts:GetAccessKeyInfo')).not.toBe('allowed')
})

test.each<[action: string, input: object, resource: string]>([
  ['iam:CreateUser', { UserName: 'eve' }, 'arn:aws:iam::111122223333:user/eve'],
  ['iam:CreateUser', { UserName: 'eve', Path: '/team/' }, 'arn:aws:iam::111122223333:user/team/eve'],
  ['iam:CreateGroup', { GroupName: 'Ops' }, 'arn:aws:iam::111122223333:group/Ops'],
  ['iam:CreateVirtualMFADevice', { VirtualMFADeviceName: 'ada' }, 'arn:aws:iam::111122223333:mfa/ada'],
  [
    'iam:DeleteVirtualMFADevice',
    { SerialNumber: 'arn:aws:iam::111122223333:mfa/x' },
    'arn:aws:iam::111122223333:mfa/x',
  ],
  ['iam:ListUsers', {}, 'arn:aws:iam::111122223333:user/'],
  ['iam:ListUsers', { PathPrefix: '/team/' }, 'arn:aws:iam::111122223333:user/team/'],
  ['iam:ListGroups', {}, 'arn:aws:iam::111122223333:group/'],
  ['iam:ListVirtualMFADevices', {}, 'arn:aws:iam::111122223333:mfa/'],
  ['iam:ListPolicies', {}, 'policy path /'],
  ['iam:GetPolicy', { PolicyArn: administrator }, `policy ${administrator}`],
  ['iam:GetUser', {}, 'user ada'],
  ['iam:GetUser', { UserName: 'Nobody' }, 'user Nobody'],
  ['iam:ChangePassword', { OldPassword: 'x', NewPassword: 'y' }, 'user ada'],
  ['iam:UpdateUser', { UserName: 'bob', NewUserName: 'rob' }, 'user bob'],
  ['iam:AddUserToGroup', { UserName: 'ada', GroupName: 'Admins' }, 'group Admins'],
  ['iam:GetAccessKeyLastUsed', { AccessKeyId: 'AKIAI44QH8DHBEXAMPLE' }, 'access key AKIAI44QH8DHBEXAMPLE'],
  ['iam:GetAccountSummary', {}, '*'],
  ['iam:CreateAccountAlias', { AccountAlias: 'x' }, '*'],
])('%s %j without permission says AWS’s sentence about %s', (action, input, resource) => {
  expect(
    answer(
      accountWhere(() => {}),
      ada,
      action,
      input,
    ),
  ).toBe(
    `AccessDenied: User: arn:aws:iam::111122223333:user/team/ada is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
  )
})

/** What AWS calls the thing that each operation of IAM is about, when it says no. */
const aboutBy: [resource: string, operations: string][] = [
  [
    'user bob',
    `AttachUserPolicy ChangePassword CreateAccessKey CreateLoginProfile DeactivateMFADevice DeleteAccessKey
    DeleteUserPermissionsBoundary PutUserPermissionsBoundary
    DeleteLoginProfile DeleteUser DeleteUserPolicy DetachUserPolicy EnableMFADevice GetLoginProfile GetMFADevice
    GetUser GetUserPolicy ListAccessKeys ListAttachedUserPolicies ListGroupsForUser ListMFADevices
    ListUserPolicies ListUserTags PutUserPolicy ResyncMFADevice TagUser UntagUser UpdateAccessKey
    UpdateLoginProfile UpdateUser`,
  ],
  [
    'group Admins',
    `AddUserToGroup AttachGroupPolicy DeleteGroup DeleteGroupPolicy DetachGroupPolicy GetGroup GetGroupPolicy
    ListAttachedGroupPolicies ListGroupPolicies PutGroupPolicy RemoveUserFromGroup UpdateGroup`,
  ],
  [
    'policy arn:aws:iam::aws:policy/Billing',
    `CreatePolicyVersion DeletePolicy DeletePolicyVersion GetPolicy GetPolicyVersion ListEntitiesForPolicy
    ListPolicyTags ListPolicyVersions SetDefaultPolicyVersion TagPolicy UntagPolicy`,
  ],
  ['policy Own', 'CreatePolicy'],
  [
    'role Deploy',
    `AttachRolePolicy DeleteRole DeleteRolePermissionsBoundary DeleteRolePolicy DetachRolePolicy GetRole
    GetRolePolicy ListAttachedRolePolicies ListInstanceProfilesForRole ListRolePolicies ListRoleTags
    PutRolePermissionsBoundary PutRolePolicy TagRole UntagRole UpdateAssumeRolePolicy UpdateRole
    UpdateRoleDescription`,
  ],
  ['arn:aws:iam::111122223333:role/', 'ListRoles'],
  ['arn:aws:iam::111122223333:role/Deploy', 'CreateRole'],
  [
    'instance profile Web',
    `AddRoleToInstanceProfile DeleteInstanceProfile GetInstanceProfile ListInstanceProfileTags
    RemoveRoleFromInstanceProfile TagInstanceProfile UntagInstanceProfile`,
  ],
  ['arn:aws:iam::111122223333:instance-profile/', 'ListInstanceProfiles'],
  ['arn:aws:iam::111122223333:instance-profile/Web', 'CreateInstanceProfile'],
  ['policy path /', 'ListPolicies'],
  ['access key AKIAI44QH8DHBEXAMPLE', 'GetAccessKeyLastUsed'],
  ['arn:aws:iam::111122223333:user/', 'ListUsers'],
  ['arn:aws:iam::111122223333:user/bob', 'CreateUser'],
  ['arn:aws:iam::111122223333:group/', 'ListGroups'],
  ['arn:aws:iam::111122223333:group/Admins', 'CreateGroup'],
  ['arn:aws:iam::111122223333:mfa/', 'ListVirtualMFADevices'],
  [
    'arn:aws:iam::111122223333:mfa/phone',
    'CreateVirtualMFADevice DeleteVirtualMFADevice ListMFADeviceTags TagMFADevice UntagMFADevice',
  ],
  [
    '*',
    `CreateAccountAlias DeleteAccountAlias DeleteAccountPasswordPolicy GenerateCredentialReport
    GetAccountAuthorizationDetails GetAccountPasswordPolicy GetAccountSummary
    GetContextKeysForCustomPolicy GetCredentialReport ListAccountAliases SimulateCustomPolicy
    UpdateAccountPasswordPolicy`,
  ],
  ['arn:aws:iam::111122223333:user/bob', 'GetContextKeysForPrincipalPolicy SimulatePrincipalPolicy'],
]
const words = (text: string) => text.split(/\s+/)

test.each(aboutBy)('AWS says %s when it denies %s', (resource, operations) => {
  const state = accountWhere(() => {})
  const input = {
    UserName: 'bob',
    GroupName: 'Admins',
    PolicyArn: 'arn:aws:iam::aws:policy/Billing',
    PolicyName: 'Own',
    RoleName: 'Deploy',
    InstanceProfileName: 'Web',
    PolicySourceArn: 'arn:aws:iam::111122223333:user/bob',
    AccessKeyId: 'AKIAI44QH8DHBEXAMPLE',
    VirtualMFADeviceName: 'phone',
    SerialNumber: 'arn:aws:iam::111122223333:mfa/phone',
  }
  for (const operation of words(operations))
    expect(answer(state, ada, `iam:${operation}`, input)).toBe(
      `AccessDenied: User: arn:aws:iam::111122223333:user/team/ada is not authorized to perform: iam:${operation} on resource: ${resource} because no identity-based policy allows the iam:${operation} action`,
    )
})

test('every operation of IAM is denied in words that are known', () => {
  expect(aboutBy.flatMap(([, operations]) => words(operations)).toSorted()).toEqual(
    Object.keys(services.iam.operations).toSorted(),
  )
})

test('the Account service says AccessDeniedException', () => {
  expect(
    answer(
      accountWhere(() => {}),
      ada,
      'account:GetContactInformation',
    ),
  ).toBe(
    'AccessDeniedException: User: arn:aws:iam::111122223333:user/team/ada is not authorized to perform: account:GetContactInformation on resource: arn:aws:account::111122223333:account because no identity-based policy allows the account:GetContactInformation action',
  )
})

test.each<[action: string, tagging: string, input: object, resource: string]>([
  ['iam:CreateUser', 'iam:TagUser', { UserName: 'eve' }, 'arn:aws:iam::111122223333:user/eve'],
  ['iam:CreateRole', 'iam:TagRole', { RoleName: 'Deploy' }, 'arn:aws:iam::111122223333:role/Deploy'],
  ['iam:CreatePolicy', 'iam:TagPolicy', { PolicyName: 'Own' }, 'policy Own'],
  [
    'iam:CreateInstanceProfile',
    'iam:TagInstanceProfile',
    { InstanceProfileName: 'Web' },
    'arn:aws:iam::111122223333:instance-profile/Web',
  ],
  [
    'iam:CreateVirtualMFADevice',
    'iam:TagMFADevice',
    { VirtualMFADeviceName: 'phone' },
    'arn:aws:iam::111122223333:mfa/phone',
  ],
])('%s with tags needs %s as well', (action, tagging, input, resource) => {
  const tagged = { ...input, Tags: [{ Key: 'team', Value: 'blue' }] }
  const making = accountWhere(state => may(state, { inline: { one: statement('Allow', action) } }))
  expect(answer(making, ada, action, input)).toBe('allowed')
  expect(answer(making, ada, action, { ...input, Tags: [] })).toBe('allowed')
  expect(answer(making, ada, action, tagged)).toBe(
    `AccessDenied: User: arn:aws:iam::111122223333:user/team/ada is not authorized to perform: ${tagging} on resource: ${resource} because no identity-based policy allows the ${tagging} action`,
  )
  const both = accountWhere(state =>
    may(state, { inline: { one: statement('Allow', action), two: statement('Allow', tagging) } }),
  )
  expect(answer(both, ada, action, tagged)).toBe('allowed')
})

/** Which actions a policy can hold to a boundary or a policy: the condition keys of the Service Authorization Reference. */
test.each<[key: string, value: string, input: object, actions: string]>([
  [
    'iam:PermissionsBoundary',
    'arn:aws:iam::aws:policy/IAMReadOnlyAccess',
    { PermissionsBoundary: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess' },
    'CreateUser PutUserPermissionsBoundary CreateRole PutRolePermissionsBoundary',
  ],
  [
    'iam:PermissionsBoundary',
    'arn:aws:iam::aws:policy/SecurityAudit',
    { PermissionsBoundary: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess' },
    'AttachUserPolicy DetachUserPolicy PutUserPolicy DeleteUserPolicy DeleteUserPermissionsBoundary',
  ],
  [
    'iam:PolicyARN',
    administrator,
    { PolicyArn: administrator },
    'AttachUserPolicy DetachUserPolicy AttachGroupPolicy DetachGroupPolicy AttachRolePolicy DetachRolePolicy',
  ],
])('%s can be %s: %j to %s', (key, value, input, actions) => {
  const state = accountWhere(state => {
    may(state, { inline: { one: statement('Allow', 'iam:*', '*', { StringEquals: { [key]: value } }) } })
    state.users.put('bob', {
      ...state.users.get('bob')!,
      permissionsBoundary: 'arn:aws:iam::aws:policy/SecurityAudit',
    })
  })
  const named = { UserName: 'bob', GroupName: 'Admins', ...input }
  for (const action of words(actions)) {
    const { UserName, GroupName, ...rest } = named
    const one = /Role/.test(action) ? { RoleName: 'Deploy', ...rest } : named
    expect([action, answer(state, ada, `iam:${action}`, one)]).toEqual([action, 'allowed'])
  }
  for (const action of ['TagUser', 'CreatePolicy', 'GetUser'])
    expect([action, answer(state, ada, `iam:${action}`, named)]).not.toEqual([action, 'allowed'])
})

const inGroup = (state: State, rows: Partial<ReturnType<typeof groupNamed>>) => {
  state.groups.put('admins', { ...state.groups.get('admins')!, ...rows })
  may(state, { groups: [state.groups.get('admins')!.id] })
}
const getBob = statement('Allow', 'iam:GetUser', 'arn:aws:iam::111122223333:user/bob')

test.each<[where: string, change: (state: State) => void]>([
  ['inline', state => may(state, { inline: { one: getBob } })],
  ['attached', state => may(state, { attached: [administrator] })],
  ['inline of a group', state => inGroup(state, { inline: { one: getBob } })],
  ['attached to a group', state => inGroup(state, { attached: [administrator] })],
])('a policy counts wherever a user has it: %s', (_, change) => {
  expect(answer(accountWhere(change), ada, 'iam:GetUser', { UserName: 'BOB' })).toBe('allowed')
})

test('an explicit deny is said, and wins over AdministratorAccess', () => {
  const state = accountWhere(state => {
    inGroup(state, { attached: [administrator] })
    may(state, { inline: { no: statement('Deny', 'iam:DeleteUser') } })
  })
  expect(answer(state, ada, 'iam:DeleteUser', { UserName: 'bob' })).toBe(
    'AccessDenied: User: arn:aws:iam::111122223333:user/team/ada is not authorized to perform: iam:DeleteUser on resource: user bob with an explicit deny in an identity-based policy',
  )
  expect(answer(state, ada, 'iam:GetUser', { UserName: 'bob' })).toBe('allowed')
})

test('a permissions boundary is the most that policies can give', () => {
  const state = accountWhere(state =>
    may(state, {
      attached: [administrator],
      permissionsBoundary: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess',
    }),
  )
  expect(answer(state, ada, 'iam:GetUser', { UserName: 'bob' })).toBe('allowed')
  expect(answer(state, ada, 'iam:DeleteUser', { UserName: 'bob' })).toBe(
    'AccessDenied: User: arn:aws:iam::111122223333:user/team/ada is not authorized to perform: iam:DeleteUser on resource: user bob because no permissions boundary allows the iam:DeleteUser action',
  )
})

test('a new name or path needs permission on what is there and on what is to be', () => {
  const state = accountWhere(state =>
    may(state, { inline: { one: statement('Allow', 'iam:UpdateUser', 'arn:aws:iam::*:user/bob') } }),
  )
  expect(answer(state, ada, 'iam:UpdateUser', { UserName: 'bob' })).toBe('allowed')
  expect(answer(state, ada, 'iam:UpdateUser', { UserName: 'bob', NewUserName: 'rob' })).toContain(
    'on resource: arn:aws:iam::111122223333:user/rob because',
  )
})

test('the password policy lets users change their own password when it says so, unless they are denied it', () => {
  const passwordPolicy = {
    MinimumPasswordLength: 14,
    RequireSymbols: true,
    RequireNumbers: true,
    RequireUppercaseCharacters: true,
    RequireLowercaseCharacters: true,
    AllowUsersToChangePassword: true,
  }
  const allowing = accountWhere(state => state.setAccount({ passwordPolicy }))
  expect(answer(allowing, ada, 'iam:ChangePassword')).toBe('allowed')
  expect(answer(allowing, ada, 'iam:GetUser')).not.toBe('allowed')
  const denied = accountWhere(state => {
    state.setAccount({ passwordPolicy })
    may(state, { inline: { no: statement('Deny', 'iam:ChangePassword') } })
  })
  expect(answer(denied, ada, 'iam:ChangePassword')).toContain('with an explicit deny')
})

const withMfa: Caller = {
  ...ada,
  session: { kind: 'console', mfa: true, issuedAt: '2026-03-04T05:00:07.000Z' },
}
const withoutMfa: Caller = { ...withMfa, session: { ...withMfa.session!, mfa: false } }

test.each<[operator: string, key: string, value: unknown, caller: Caller, input?: object]>([
  ['Bool', 'aws:MultiFactorAuthPresent', 'true', withMfa],
  ['Bool', 'aws:MultiFactorAuthPresent', 'false', withoutMfa],
  ['Null', 'aws:MultiFactorAuthPresent', 'true', ada],
  ['NumericEquals', 'aws:MultiFactorAuthAge', '360', withMfa],
  ['Null', 'aws:MultiFactorAuthAge', 'true', withoutMfa],
  ['DateEquals', 'aws:TokenIssueTime', '2026-03-04T05:00:07Z', withMfa],
  ['Null', 'aws:TokenIssueTime', 'true', ada],
  ['StringEquals', 'aws:username', 'ada', ada],
  ['StringEquals', 'aws:userid', 'AIDAADA', ada],
  ['ArnEquals', 'aws:PrincipalArn', 'arn:aws:iam::111122223333:user/team/ada', ada],
  ['StringEquals', 'aws:PrincipalType', 'User', ada],
  ['StringEquals', 'aws:PrincipalAccount', '111122223333', ada],
  ['StringEquals', 'aws:PrincipalTag/job', 'engineer', ada],
  ['DateEquals', 'aws:CurrentTime', '2026-03-04T05:06:07Z', ada],
  ['NumericEquals', 'aws:EpochTime', '1772600767', ada],
  ['Bool', 'aws:SecureTransport', 'true', ada],
  ['StringEquals', 'aws:RequestedRegion', 'us-east-1', ada],
  ['IpAddress', 'aws:SourceIp', '127.0.0.0/8', ada],
  ['ArnEquals', 'iam:PolicyARN', administrator, ada, { GroupName: 'Admins', PolicyArn: administrator }],
  ['ForAllValues:StringEquals', 'aws:TagKeys', ['team'], ada, { GroupName: 'Admins', TagKeys: ['team'] }],
  [
    'StringEquals',
    'aws:RequestTag/team',
    'blue',
    ada,
    { GroupName: 'Admins', Tags: [{ Key: 'team', Value: 'blue' }] },
  ],
])('the request says %s %s %j', (operator, key, value, caller, input = { GroupName: 'Admins' }) => {
  const state = accountWhere(state =>
    may(state, {
      tags: [{ Key: 'job', Value: 'engineer' }],
      inline: { one: statement('Allow', 'iam:AttachGroupPolicy', '*', { [operator]: { [key]: value } }) },
    }),
  )
  expect(answer(state, caller, 'iam:AttachGroupPolicy', input)).toBe('allowed')
})
