import {
  AttachRolePolicyCommand,
  CreateRoleCommand,
  ListAttachedRolePoliciesCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { trusting } from '../rows.ts'

export default [
  {
    name: 'none',
    given: [new CreateRoleCommand({ RoleName: 'ada', AssumeRolePolicyDocument: trusting('*') })],
    call: new ListAttachedRolePoliciesCommand({ RoleName: 'ada' }),
    expect: { output: { AttachedPolicies: [], IsTruncated: false } },
  },
  {
    name: 'those below a path',
    given: [
      new CreateRoleCommand({ RoleName: 'ada', AssumeRolePolicyDocument: trusting('*') }),
      new AttachRolePolicyCommand({
        RoleName: 'ada',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
      new AttachRolePolicyCommand({
        RoleName: 'ada',
        PolicyArn: 'arn:aws:iam::aws:policy/job-function/Billing',
      }),
    ],
    call: new ListAttachedRolePoliciesCommand({ RoleName: 'ada', PathPrefix: '/job-function/' }),
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
      new CreateRoleCommand({ RoleName: 'ada', AssumeRolePolicyDocument: trusting('*') }),
      new AttachRolePolicyCommand({
        RoleName: 'ada',
        PolicyArn: 'arn:aws:iam::aws:policy/job-function/Billing',
      }),
      new AttachRolePolicyCommand({
        RoleName: 'ada',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
    ],
    call: new ListAttachedRolePoliciesCommand({ RoleName: 'ada', MaxItems: 1 }),
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
    call: new ListAttachedRolePoliciesCommand({ RoleName: 'ada' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The role with name ada cannot be found.' },
  },
] satisfies Case[]
