import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  AttachUserPolicyCommand,
  CreateGroupCommand,
  CreateUserCommand,
  GetAccountAuthorizationDetailsCommand,
  PutGroupPolicyCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { created, encoded as encodedDocument, PolicyArn, shown, version } from '../own-policy.ts'
import { policyNamed, roleNamed } from '../rows.ts'

const listUsers =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*"}]}'
const encoded =
  '%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A%22iam%3AListUsers%22%2C%22Resource%22%3A%22%2A%22%7D%5D%7D'

/** Ada is in the group Admins; she has a policy of her own, a boundary and a tag. Bob has nothing. */
const given = [
  new CreateGroupCommand({ GroupName: 'Admins' }),
  new AttachGroupPolicyCommand({
    GroupName: 'Admins',
    PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
  }),
  new PutGroupPolicyCommand({ GroupName: 'Admins', PolicyName: 'look', PolicyDocument: listUsers }),
  new CreateUserCommand({
    UserName: 'ada',
    Path: '/team/',
    Tags: [{ Key: 'Team', Value: 'Blue' }],
    PermissionsBoundary: 'arn:aws:iam::aws:policy/PowerUserAccess',
  }),
  new AddUserToGroupCommand({ GroupName: 'Admins', UserName: 'ada' }),
  new PutUserPolicyCommand({ UserName: 'ada', PolicyName: 'look', PolicyDocument: listUsers }),
  new CreateUserCommand({ UserName: 'bob' }),
]
const attached = [
  { PolicyName: 'AdministratorAccess', PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
]
const admins = {
  Path: '/',
  GroupName: 'Admins',
  GroupId: '<GroupId>',
  Arn: 'arn:aws:iam::111122223333:group/Admins',
  CreateDate: '<now>',
  GroupPolicyList: [{ PolicyName: 'look', PolicyDocument: encoded }],
  AttachedManagedPolicies: attached,
}
const administratorAccess = {
  PolicyName: 'AdministratorAccess',
  PolicyId: 'ANPAIWMBCKSKIEE64ZLYK',
  Arn: 'arn:aws:iam::aws:policy/AdministratorAccess',
  Path: '/',
  DefaultVersionId: 'v1',
  AttachmentCount: 1,
  PermissionsBoundaryUsageCount: 0,
  IsAttachable: true,
  CreateDate: '2015-02-06T18:39:46Z',
  UpdateDate: '2015-02-06T18:39:46Z',
  PolicyVersionList: [
    {
      Document:
        '%7B%0A%20%20%22Version%22%3A%20%222012-10-17%22%2C%0A%20%20%22Statement%22%3A%20%5B%0A%20%20%20%20%7B%0A%20%20%20%20%20%20%22Effect%22%3A%20%22Allow%22%2C%0A%20%20%20%20%20%20%22Action%22%3A%20%22%2A%22%2C%0A%20%20%20%20%20%20%22Resource%22%3A%20%22%2A%22%0A%20%20%20%20%7D%0A%20%20%5D%0A%7D',
      VersionId: 'v1',
      IsDefaultVersion: true,
      CreateDate: '2015-02-06T18:39:46Z',
    },
  ],
}
const ada = {
  Path: '/team/',
  UserName: 'ada',
  UserId: '<UserId>',
  Arn: 'arn:aws:iam::111122223333:user/team/ada',
  CreateDate: '<now>',
  UserPolicyList: [{ PolicyName: 'look', PolicyDocument: encoded }],
  GroupList: ['Admins'],
  AttachedManagedPolicies: [],
  PermissionsBoundary: {
    PermissionsBoundaryType: 'PermissionsBoundaryPolicy',
    PermissionsBoundaryArn: 'arn:aws:iam::aws:policy/PowerUserAccess',
  },
  Tags: [{ Key: 'Team', Value: 'Blue' }],
}
const bob = {
  Path: '/',
  UserName: 'bob',
  UserId: '<UserId>',
  Arn: 'arn:aws:iam::111122223333:user/bob',
  CreateDate: '<now>',
  GroupList: [],
  AttachedManagedPolicies: [],
  Tags: [],
}
const nothing = { GroupDetailList: [], Policies: [], UserDetailList: [], RoleDetailList: [] }

const roleShown = {
  Path: '/',
  RoleName: 'Deploy',
  RoleId: '<RoleId>',
  Arn: 'arn:aws:iam::111122223333:role/Deploy',
  CreateDate: '2026-01-01T00:00:00Z',
  AssumeRolePolicyDocument: encodeURIComponent(roleNamed('Deploy').trust),
}

export default [
  {
    name: 'an account on its first day',
    call: new GetAccountAuthorizationDetailsCommand({}),
    expect: { output: { ...nothing, IsTruncated: false } },
  },
  {
    name: 'everybody, every group and every policy in use',
    given,
    call: new GetAccountAuthorizationDetailsCommand({}),
    expect: {
      output: {
        GroupDetailList: [admins],
        Policies: [administratorAccess],
        UserDetailList: [ada, bob],
        RoleDetailList: [],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'users alone',
    given,
    call: new GetAccountAuthorizationDetailsCommand({ Filter: ['User'] }),
    expect: { output: { ...nothing, UserDetailList: [ada, bob], IsTruncated: false } },
  },
  {
    name: 'what there is none of',
    given,
    call: new GetAccountAuthorizationDetailsCommand({ Filter: ['Role', 'LocalManagedPolicy'] }),
    expect: { output: { ...nothing, IsTruncated: false } },
  },
  {
    name: 'a first page, over all kinds together',
    given,
    call: new GetAccountAuthorizationDetailsCommand({ MaxItems: 3 }),
    expect: {
      output: {
        ...nothing,
        GroupDetailList: [admins],
        Policies: [administratorAccess],
        UserDetailList: [ada],
        IsTruncated: true,
        Marker: '<Marker>',
      },
    },
  },
  {
    name: 'the page after it',
    given: [...given, new GetAccountAuthorizationDetailsCommand({ MaxItems: 3 })],
    call: outputs =>
      new GetAccountAuthorizationDetailsCommand({ MaxItems: 3, Marker: outputs.at(-1).Marker }),
    expect: { output: { ...nothing, UserDetailList: [bob], IsTruncated: false } },
  },
  {
    name: 'a policy of the account’s own that nobody has, with all its versions, the newest first',
    given: [created, version('ec2:*')],
    call: new GetAccountAuthorizationDetailsCommand({ Filter: ['LocalManagedPolicy'] }),
    expect: {
      output: {
        ...nothing,
        Policies: [
          {
            ...shown,
            PolicyVersionList: [
              {
                Document: encodedDocument('ec2:*'),
                VersionId: 'v2',
                IsDefaultVersion: false,
                CreateDate: '<now>',
              },
              {
                Document: encodedDocument('s3:*'),
                VersionId: 'v1',
                IsDefaultVersion: true,
                CreateDate: '<now>',
              },
            ],
          },
        ],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'a user with a policy of the account’s own as boundary',
    given: [
      created,
      new CreateUserCommand({ UserName: 'ada', PermissionsBoundary: PolicyArn }),
      new AttachUserPolicyCommand({ UserName: 'ada', PolicyArn }),
    ],
    call: new GetAccountAuthorizationDetailsCommand({ Filter: ['User'] }),
    expect: {
      output: {
        ...nothing,
        UserDetailList: [
          {
            Path: '/',
            UserName: 'ada',
            UserId: '<UserId>',
            Arn: 'arn:aws:iam::111122223333:user/ada',
            CreateDate: '<now>',
            GroupList: [],
            AttachedManagedPolicies: [{ PolicyName: 'Deploy', PolicyArn }],
            PermissionsBoundary: {
              PermissionsBoundaryType: 'PermissionsBoundaryPolicy',
              PermissionsBoundaryArn: PolicyArn,
            },
            Tags: [],
          },
        ],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'a kind there is not',
    call: new GetAccountAuthorizationDetailsCommand({ Filter: ['Robot' as never] }),
    expect: {
      code: 'ValidationError',
      status: 400,
      message:
        "1 validation error detected: Value at 'filter' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [User, Role, Group, LocalManagedPolicy, AWSManagedPolicy], Member must not be null]",
    },
  },
  {
    name: 'a role with everything, and the account’s own policies',
    rows: ({ roles, policies, instanceProfiles }) => {
      policies.put('own', policyNamed('Own'))
      const own = 'arn:aws:iam::111122223333:policy/Own'
      const role = roleNamed('Deploy', {
        attached: [own],
        inline: { one: '{}' },
        permissionsBoundary: own,
        tags: [{ Key: 'team', Value: 'blue' }],
        lastUsed: { at: '2026-02-01T08:00:00Z', region: 'us-east-1' },
      })
      roles.put('deploy', role)
      instanceProfiles.put('web', {
        name: 'Web',
        path: '/',
        id: 'AIPAWEB',
        createdAt: '2026-01-01T00:00:00Z',
        tags: [],
        roleId: role.id,
      })
    },
    call: new GetAccountAuthorizationDetailsCommand({ Filter: ['Role', 'LocalManagedPolicy'] }),
    expect: {
      output: {
        GroupDetailList: [],
        UserDetailList: [],
        Policies: [
          {
            PolicyName: 'Own',
            PolicyId: 'ANPAOWN',
            Arn: 'arn:aws:iam::111122223333:policy/Own',
            Path: '/',
            DefaultVersionId: 'v1',
            AttachmentCount: 1,
            PermissionsBoundaryUsageCount: 1,
            IsAttachable: true,
            CreateDate: '2026-01-01T00:00:00Z',
            UpdateDate: '2026-01-01T00:00:00Z',
            PolicyVersionList: [
              {
                Document:
                  '%7B%22Statement%22%3A%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A%22%2A%22%2C%22Resource%22%3A%22%2A%22%7D%7D',
                VersionId: 'v1',
                IsDefaultVersion: true,
                CreateDate: '2026-01-01T00:00:00Z',
              },
            ],
          },
        ],
        RoleDetailList: [
          {
            ...roleShown,
            InstanceProfileList: [
              {
                Path: '/',
                InstanceProfileName: 'Web',
                InstanceProfileId: 'AIPAWEB',
                Arn: 'arn:aws:iam::111122223333:instance-profile/Web',
                CreateDate: '2026-01-01T00:00:00Z',
                Roles: [roleShown],
              },
            ],
            RolePolicyList: [{ PolicyName: 'one', PolicyDocument: '%7B%7D' }],
            AttachedManagedPolicies: [
              { PolicyName: 'Own', PolicyArn: 'arn:aws:iam::111122223333:policy/Own' },
            ],
            PermissionsBoundary: {
              PermissionsBoundaryType: 'PermissionsBoundaryPolicy',
              PermissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/Own',
            },
            Tags: [{ Key: 'team', Value: 'blue' }],
            RoleLastUsed: { LastUsedDate: '2026-02-01T08:00:00Z', Region: 'us-east-1' },
          },
        ],
        IsTruncated: false,
      },
    },
  },
] satisfies Case[]
