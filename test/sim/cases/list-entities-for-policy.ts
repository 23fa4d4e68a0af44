import {
  AttachGroupPolicyCommand,
  AttachUserPolicyCommand,
  CreateGroupCommand,
  CreateUserCommand,
  ListEntitiesForPolicyCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { created, PolicyArn } from '../own-policy.ts'

export default [
  {
    name: 'everybody who has it',
    given: [
      new CreateGroupCommand({ GroupName: 'Admins' }),
      new AttachGroupPolicyCommand({
        GroupName: 'Admins',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
      new CreateUserCommand({ UserName: 'ada' }),
      new AttachUserPolicyCommand({
        UserName: 'ada',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
      new CreateUserCommand({
        UserName: 'grace',
        PermissionsBoundary: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
    ],
    call: new ListEntitiesForPolicyCommand({ PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }),
    expect: {
      output: {
        PolicyGroups: [{ GroupName: 'Admins', GroupId: '<GroupId>' }],
        PolicyUsers: [
          { UserName: 'ada', UserId: '<UserId>' },
          { UserName: 'grace', UserId: '<UserId>' },
        ],
        PolicyRoles: [],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'groups alone',
    given: [
      new CreateGroupCommand({ GroupName: 'Admins' }),
      new AttachGroupPolicyCommand({
        GroupName: 'Admins',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
      new CreateUserCommand({ UserName: 'ada' }),
      new AttachUserPolicyCommand({
        UserName: 'ada',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
      new CreateUserCommand({
        UserName: 'grace',
        PermissionsBoundary: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
    ],
    call: new ListEntitiesForPolicyCommand({
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      EntityFilter: 'Group',
    }),
    expect: {
      output: {
        PolicyGroups: [{ GroupName: 'Admins', GroupId: '<GroupId>' }],
        PolicyUsers: [],
        PolicyRoles: [],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'users alone',
    given: [
      new CreateGroupCommand({ GroupName: 'Admins' }),
      new AttachGroupPolicyCommand({
        GroupName: 'Admins',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
      new CreateUserCommand({ UserName: 'ada' }),
      new AttachUserPolicyCommand({
        UserName: 'ada',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
      new CreateUserCommand({
        UserName: 'grace',
        PermissionsBoundary: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
    ],
    call: new ListEntitiesForPolicyCommand({
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      EntityFilter: 'User',
    }),
    expect: {
      output: {
        PolicyGroups: [],
        PolicyUsers: [
          { UserName: 'ada', UserId: '<UserId>' },
          { UserName: 'grace', UserId: '<UserId>' },
        ],
        PolicyRoles: [],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'roles alone',
    given: [
      new CreateGroupCommand({ GroupName: 'Admins' }),
      new AttachGroupPolicyCommand({
        GroupName: 'Admins',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
      new CreateUserCommand({ UserName: 'ada' }),
      new AttachUserPolicyCommand({
        UserName: 'ada',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
      new CreateUserCommand({
        UserName: 'grace',
        PermissionsBoundary: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
    ],
    call: new ListEntitiesForPolicyCommand({
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      EntityFilter: 'Role',
    }),
    expect: { output: { PolicyGroups: [], PolicyUsers: [], PolicyRoles: [], IsTruncated: false } },
  },
  {
    name: 'as a boundary',
    given: [
      new CreateGroupCommand({ GroupName: 'Admins' }),
      new AttachGroupPolicyCommand({
        GroupName: 'Admins',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
      new CreateUserCommand({ UserName: 'ada' }),
      new AttachUserPolicyCommand({
        UserName: 'ada',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
      new CreateUserCommand({
        UserName: 'grace',
        PermissionsBoundary: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
    ],
    call: new ListEntitiesForPolicyCommand({
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      PolicyUsageFilter: 'PermissionsBoundary',
    }),
    expect: {
      output: {
        PolicyGroups: [],
        PolicyUsers: [{ UserName: 'grace', UserId: '<UserId>' }],
        PolicyRoles: [],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'as permissions',
    given: [
      new CreateGroupCommand({ GroupName: 'Admins' }),
      new AttachGroupPolicyCommand({
        GroupName: 'Admins',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
      new CreateUserCommand({ UserName: 'ada' }),
      new AttachUserPolicyCommand({
        UserName: 'ada',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
      new CreateUserCommand({
        UserName: 'grace',
        PermissionsBoundary: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
    ],
    call: new ListEntitiesForPolicyCommand({
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      PolicyUsageFilter: 'PermissionsPolicy',
    }),
    expect: {
      output: {
        PolicyGroups: [{ GroupName: 'Admins', GroupId: '<GroupId>' }],
        PolicyUsers: [{ UserName: 'ada', UserId: '<UserId>' }],
        PolicyRoles: [],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'below a path',
    given: [
      new CreateGroupCommand({ GroupName: 'Admins' }),
      new AttachGroupPolicyCommand({
        GroupName: 'Admins',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
      new CreateUserCommand({ UserName: 'ada' }),
      new AttachUserPolicyCommand({
        UserName: 'ada',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
      new CreateUserCommand({
        UserName: 'grace',
        PermissionsBoundary: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
    ],
    call: new ListEntitiesForPolicyCommand({
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      PathPrefix: '/team/',
    }),
    expect: { output: { PolicyGroups: [], PolicyUsers: [], PolicyRoles: [], IsTruncated: false } },
  },
  {
    name: 'a page of two, groups first',
    given: [
      new CreateGroupCommand({ GroupName: 'Admins' }),
      new AttachGroupPolicyCommand({
        GroupName: 'Admins',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
      new CreateUserCommand({ UserName: 'ada' }),
      new AttachUserPolicyCommand({
        UserName: 'ada',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
      new CreateUserCommand({
        UserName: 'grace',
        PermissionsBoundary: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
    ],
    call: new ListEntitiesForPolicyCommand({
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      MaxItems: 2,
    }),
    expect: {
      output: {
        PolicyGroups: [{ GroupName: 'Admins', GroupId: '<GroupId>' }],
        PolicyUsers: [{ UserName: 'ada', UserId: '<UserId>' }],
        PolicyRoles: [],
        IsTruncated: true,
        Marker: '<Marker>',
      },
    },
  },
  {
    name: 'one of the account’s own, which nobody has',
    given: [created],
    call: new ListEntitiesForPolicyCommand({ PolicyArn }),
    expect: { output: { PolicyGroups: [], PolicyUsers: [], PolicyRoles: [], IsTruncated: false } },
  },
  {
    name: 'one of the account’s own',
    given: [
      created,
      new CreateUserCommand({ UserName: 'ada' }),
      new AttachUserPolicyCommand({ UserName: 'ada', PolicyArn }),
      new CreateUserCommand({ UserName: 'grace', PermissionsBoundary: PolicyArn }),
    ],
    call: new ListEntitiesForPolicyCommand({ PolicyArn, PolicyUsageFilter: 'PermissionsBoundary' }),
    expect: {
      output: {
        PolicyGroups: [],
        PolicyUsers: [{ UserName: 'grace', UserId: '<UserId>' }],
        PolicyRoles: [],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'an EntityFilter of policies filters everybody out',
    given: [
      created,
      new CreateUserCommand({ UserName: 'ada' }),
      new AttachUserPolicyCommand({ UserName: 'ada', PolicyArn }),
    ],
    call: new ListEntitiesForPolicyCommand({ PolicyArn, EntityFilter: 'LocalManagedPolicy' }),
    expect: { output: { PolicyGroups: [], PolicyUsers: [], PolicyRoles: [], IsTruncated: false } },
  },
  {
    name: 'a policy that does not exist',
    call: new ListEntitiesForPolicyCommand({ PolicyArn: 'arn:aws:iam::aws:policy/Nothing' }),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: 'Policy arn:aws:iam::aws:policy/Nothing does not exist or is not attachable.',
    },
  },
] satisfies Case[]
