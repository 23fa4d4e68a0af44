import {
  AttachGroupPolicyCommand,
  CreateGroupCommand,
  CreateUserCommand,
  ListPoliciesCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { created, PolicyArn, shown } from '../own-policy.ts'
import { policyNamed } from '../rows.ts'

export default [
  {
    name: 'a page of them by name',
    call: new ListPoliciesCommand({ MaxItems: 1, PathPrefix: '/job-function/' }),
    expect: {
      output: {
        Policies: [
          {
            PolicyName: 'Billing',
            PolicyId: 'ANPAIFTHXT6FFMIRT7ZEA',
            Arn: 'arn:aws:iam::aws:policy/job-function/Billing',
            Path: '/job-function/',
            DefaultVersionId: 'v9',
            AttachmentCount: 0,
            PermissionsBoundaryUsageCount: 0,
            IsAttachable: true,
            CreateDate: '2016-11-10T17:33:18Z',
            UpdateDate: '2024-01-17T18:03:48Z',
          },
        ],
        IsTruncated: true,
        Marker: '<Marker>',
      },
    },
  },
  {
    name: 'those attached',
    given: [
      new CreateGroupCommand({ GroupName: 'Admins' }),
      new AttachGroupPolicyCommand({
        GroupName: 'Admins',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
    ],
    call: new ListPoliciesCommand({ OnlyAttached: true }),
    expect: {
      output: {
        Policies: [
          {
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
          },
        ],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'those attached as permissions',
    given: [
      new CreateGroupCommand({ GroupName: 'Admins' }),
      new AttachGroupPolicyCommand({
        GroupName: 'Admins',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
    ],
    call: new ListPoliciesCommand({ PolicyUsageFilter: 'PermissionsPolicy' }),
    expect: {
      output: {
        Policies: [
          {
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
          },
        ],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'those that are a boundary',
    given: [
      new CreateUserCommand({
        UserName: 'grace',
        PermissionsBoundary: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
    ],
    call: new ListPoliciesCommand({ PolicyUsageFilter: 'PermissionsBoundary' }),
    expect: {
      output: {
        Policies: [
          {
            PolicyName: 'AdministratorAccess',
            PolicyId: 'ANPAIWMBCKSKIEE64ZLYK',
            Arn: 'arn:aws:iam::aws:policy/AdministratorAccess',
            Path: '/',
            DefaultVersionId: 'v1',
            AttachmentCount: 0,
            PermissionsBoundaryUsageCount: 1,
            IsAttachable: true,
            CreateDate: '2015-02-06T18:39:46Z',
            UpdateDate: '2015-02-06T18:39:46Z',
          },
        ],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'the account has none of its own',
    call: new ListPoliciesCommand({ Scope: 'Local' }),
    expect: { output: { Policies: [], IsTruncated: false } },
  },
  {
    name: 'the account’s own below a path',
    rows: ({ policies }) => policies.put('own', policyNamed('Own')),
    given: [created],
    call: new ListPoliciesCommand({ Scope: 'Local', PathPrefix: '/team/' }),
    expect: { output: { Policies: [shown], IsTruncated: false } },
  },
  {
    name: 'the account’s own that are attached',
    rows: ({ policies }) => policies.put('own', policyNamed('Own')),
    given: [
      created,
      new CreateGroupCommand({ GroupName: 'Admins' }),
      new AttachGroupPolicyCommand({ GroupName: 'Admins', PolicyArn }),
      new AttachGroupPolicyCommand({
        GroupName: 'Admins',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
    ],
    call: new ListPoliciesCommand({ Scope: 'Local', OnlyAttached: true }),
    expect: { output: { Policies: [{ ...shown, AttachmentCount: 1 }], IsTruncated: false } },
  },
  {
    name: 'the account’s own that are a boundary',
    given: [created, new CreateUserCommand({ UserName: 'grace', PermissionsBoundary: PolicyArn })],
    call: new ListPoliciesCommand({ PolicyUsageFilter: 'PermissionsBoundary' }),
    expect: { output: { Policies: [{ ...shown, PermissionsBoundaryUsageCount: 1 }], IsTruncated: false } },
  },
  {
    name: 'the account’s own',
    rows: ({ policies }) => policies.put('own', policyNamed('Own')),
    call: new ListPoliciesCommand({ Scope: 'Local' }),
    expect: {
      output: {
        Policies: [
          {
            PolicyName: 'Own',
            PolicyId: 'ANPAOWN',
            Arn: 'arn:aws:iam::111122223333:policy/Own',
            Path: '/',
            DefaultVersionId: 'v1',
            AttachmentCount: 0,
            PermissionsBoundaryUsageCount: 0,
            IsAttachable: true,
            CreateDate: '2026-01-01T00:00:00Z',
            UpdateDate: '2026-01-01T00:00:00Z',
          },
        ],
        IsTruncated: false,
      },
    },
  },
] satisfies Case[]
