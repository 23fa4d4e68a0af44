import {
  AttachGroupPolicyCommand,
  CreateGroupCommand,
  ListAttachedGroupPoliciesCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

export default [
  {
    name: 'none',
    given: [new CreateGroupCommand({ GroupName: 'Admins' })],
    call: new ListAttachedGroupPoliciesCommand({ GroupName: 'Admins' }),
    expect: { output: { AttachedPolicies: [], IsTruncated: false } },
  },
  {
    name: 'those below a path',
    given: [
      new CreateGroupCommand({ GroupName: 'Admins' }),
      new AttachGroupPolicyCommand({
        GroupName: 'Admins',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
      new AttachGroupPolicyCommand({
        GroupName: 'Admins',
        PolicyArn: 'arn:aws:iam::aws:policy/job-function/Billing',
      }),
    ],
    call: new ListAttachedGroupPoliciesCommand({ GroupName: 'Admins', PathPrefix: '/job-function/' }),
    expect: {
      output: {
        AttachedPolicies: [
          { PolicyName: 'Billing', PolicyArn: 'arn:aws:iam::aws:policy/job-function/Billing' },
        ],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'a page by name',
    given: [
      new CreateGroupCommand({ GroupName: 'Admins' }),
      new AttachGroupPolicyCommand({
        GroupName: 'Admins',
        PolicyArn: 'arn:aws:iam::aws:policy/job-function/Billing',
      }),
      new AttachGroupPolicyCommand({
        GroupName: 'Admins',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
    ],
    call: new ListAttachedGroupPoliciesCommand({ GroupName: 'Admins', MaxItems: 1 }),
    expect: {
      output: {
        AttachedPolicies: [
          { PolicyName: 'AdministratorAccess', PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
        ],
        IsTruncated: true,
        Marker: '<Marker>',
      },
    },
  },
  {
    name: 'a name nobody has',
    call: new ListAttachedGroupPoliciesCommand({ GroupName: 'Admins' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The group with name Admins cannot be found.' },
  },
] satisfies Case[]
