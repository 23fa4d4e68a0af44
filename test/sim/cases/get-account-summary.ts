import {
  AttachGroupPolicyCommand,
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreateUserCommand,
  GetAccountSummaryCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { addDevice, addDeviceOf } from '../device.ts'
import { created, PolicyArn, version } from '../own-policy.ts'
import { policyNamed, userNamed } from '../rows.ts'

const fresh = {
  Users: 0,
  UsersQuota: 5000,
  Groups: 0,
  GroupsQuota: 300,
  GroupsPerUserQuota: 10,
  Roles: 0,
  RolesQuota: 1000,
  Policies: 0,
  PoliciesQuota: 1500,
  PolicySizeQuota: 6144,
  PolicyVersionsInUse: 0,
  PolicyVersionsInUseQuota: 10000,
  VersionsPerPolicyQuota: 5,
  AttachedPoliciesPerUserQuota: 10,
  AttachedPoliciesPerGroupQuota: 10,
  AttachedPoliciesPerRoleQuota: 10,
  UserPolicySizeQuota: 2048,
  GroupPolicySizeQuota: 5120,
  RolePolicySizeQuota: 10240,
  AssumeRolePolicySizeQuota: 2048,
  InstanceProfiles: 0,
  InstanceProfilesQuota: 1000,
  ServerCertificates: 0,
  ServerCertificatesQuota: 20,
  SigningCertificatesPerUserQuota: 2,
  AccessKeysPerUserQuota: 2,
  Providers: 0,
  MFADevices: 0,
  MFADevicesInUse: 0,
  AccountMFAEnabled: 0,
  AccountAccessKeysPresent: 0,
  AccountPasswordPresent: 1,
  AccountSigningCertificatesPresent: 0,
  GlobalEndpointTokenVersion: 1,
}

export default [
  {
    name: 'an account on its first day',
    call: new GetAccountSummaryCommand({}),
    expect: { output: { SummaryMap: fresh } },
  },
  {
    name: 'users, groups, policies and devices are counted; a key and a device of root are seen',
    rows: state => {
      state.users.put('ada', userNamed('ada'))
      addDeviceOf(state, 'ada', 'phone')
      addDeviceOf(state, undefined, 'root-account-mfa-device')
      addDevice(state, 'tablet')
    },
    given: [
      new CreateUserCommand({ UserName: 'grace' }),
      new CreateGroupCommand({ GroupName: 'Admins' }),
      new AttachGroupPolicyCommand({
        GroupName: 'Admins',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
      new CreateAccessKeyCommand({}),
    ],
    call: new GetAccountSummaryCommand({}),
    expect: {
      output: {
        SummaryMap: {
          ...fresh,
          Users: 2,
          Groups: 1,
          PolicyVersionsInUse: 1,
          MFADevices: 3,
          MFADevicesInUse: 2,
          AccountMFAEnabled: 1,
          AccountAccessKeysPresent: 1,
        },
      },
    },
  },
  {
    name: 'the account’s own policies, and of those in use the version that counts',
    rows: ({ policies }) => policies.put('own', policyNamed('Own')),
    given: [
      created,
      version('ec2:*', true),
      ...['ada', 'bob'].flatMap(UserName => [
        new CreateUserCommand({ UserName }),
        new AttachUserPolicyCommand({ UserName, PolicyArn }),
      ]),
    ],
    call: new GetAccountSummaryCommand({}),
    expect: { output: { SummaryMap: { ...fresh, Users: 2, Policies: 2, PolicyVersionsInUse: 1 } } },
  },
  {
    name: 'a key and a device of a user are not root’s',
    rows: state => {
      state.users.put('ada', userNamed('ada'))
      addDeviceOf(state, 'ada', 'phone')
    },
    given: [new CreateAccessKeyCommand({ UserName: 'ada' })],
    call: new GetAccountSummaryCommand({}),
    expect: { output: { SummaryMap: { ...fresh, Users: 1, MFADevices: 1, MFADevicesInUse: 1 } } },
  },
] satisfies Case[]
