import {
  AttachUserPolicyCommand,
  CreateUserCommand,
  ListAttachedUserPoliciesCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

export default [
  {
    name: 'none',
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new ListAttachedUserPoliciesCommand({ UserName: 'ada' }),
    expect: { output: { AttachedPolicies: [], IsTruncated: false } },
  },
  {
    name: 'those below a path',
    given: [
      new CreateUserCommand({ UserName: 'ada' }),
      new AttachUserPolicyCommand({
        UserName: 'ada',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
      new AttachUserPolicyCommand({
        UserName: 'ada',
        PolicyArn: 'arn:aws:iam::aws:policy/job-function/Billing',
      }),
    ],
    call: new ListAttachedUserPoliciesCommand({ UserName: 'ada', PathPrefix: '/job-function/' }),
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
      new CreateUserCommand({ UserName: 'ada' }),
      new AttachUserPolicyCommand({
        UserName: 'ada',
        PolicyArn: 'arn:aws:iam::aws:policy/job-function/Billing',
      }),
      new AttachUserPolicyCommand({
        UserName: 'ada',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
    ],
    call: new ListAttachedUserPoliciesCommand({ UserName: 'ada', MaxItems: 1 }),
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
    call: new ListAttachedUserPoliciesCommand({ UserName: 'ada' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The user with name ada cannot be found.' },
  },
] satisfies Case[]
