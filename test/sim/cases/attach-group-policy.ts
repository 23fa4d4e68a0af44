import {
  AttachGroupPolicyCommand,
  CreateGroupCommand,
  ListAttachedGroupPoliciesCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { created, PolicyArn } from '../own-policy.ts'

const ten = [
  'arn:aws:iam::aws:policy/AdministratorAccess',
  'arn:aws:iam::aws:policy/IAMUserChangePassword',
  'arn:aws:iam::aws:policy/SignInLocalDevelopmentAccess',
  'arn:aws:iam::aws:policy/PowerUserAccess',
  'arn:aws:iam::aws:policy/IAMFullAccess',
  'arn:aws:iam::aws:policy/IAMReadOnlyAccess',
  'arn:aws:iam::aws:policy/AWSSupportAccess',
  'arn:aws:iam::aws:policy/AWSBillingReadOnlyAccess',
  'arn:aws:iam::aws:policy/job-function/Billing',
  'arn:aws:iam::aws:policy/SecurityAudit',
]

export default [
  {
    name: 'an AWS managed policy',
    given: [new CreateGroupCommand({ GroupName: 'Admins' })],
    call: new AttachGroupPolicyCommand({
      GroupName: 'Admins',
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
    }),
    expect: { output: {} },
    afterwards: {
      call: new ListAttachedGroupPoliciesCommand({ GroupName: 'Admins' }),
      output: {
        AttachedPolicies: [
          { PolicyName: 'AdministratorAccess', PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
        ],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'twice',
    given: [
      new CreateGroupCommand({ GroupName: 'Admins' }),
      new AttachGroupPolicyCommand({
        GroupName: 'Admins',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
    ],
    call: new AttachGroupPolicyCommand({
      GroupName: 'Admins',
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
    }),
    expect: { output: {} },
    afterwards: {
      call: new ListAttachedGroupPoliciesCommand({ GroupName: 'Admins' }),
      output: {
        AttachedPolicies: [
          { PolicyName: 'AdministratorAccess', PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
        ],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'a policy that does not exist',
    given: [new CreateGroupCommand({ GroupName: 'Admins' })],
    call: new AttachGroupPolicyCommand({ GroupName: 'Admins', PolicyArn: 'arn:aws:iam::aws:policy/Nothing' }),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: 'Policy arn:aws:iam::aws:policy/Nothing does not exist or is not attachable.',
    },
  },
  {
    name: 'an ARN that is none',
    given: [new CreateGroupCommand({ GroupName: 'Admins' })],
    call: new AttachGroupPolicyCommand({ GroupName: 'Admins', PolicyArn: 'AdministratorAccess: all' }),
    expect: { code: 'ValidationError', status: 400, message: 'Invalid ARN:  Could not be parsed!' },
  },
  {
    name: 'an eleventh policy',
    given: [
      new CreateGroupCommand({ GroupName: 'Admins' }),
      ...ten.map(policy => new AttachGroupPolicyCommand({ GroupName: 'Admins', PolicyArn: policy })),
    ],
    call: new AttachGroupPolicyCommand({
      GroupName: 'Admins',
      PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
    }),
    expect: { code: 'LimitExceeded', status: 409, message: 'Cannot exceed quota for PoliciesPerGroup: 10' },
  },
  {
    name: 'a name nobody has',
    call: new AttachGroupPolicyCommand({
      GroupName: 'Admins',
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
    }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The group with name Admins cannot be found.' },
  },
  {
    name: 'a policy of the account’s own',
    given: [created, new CreateGroupCommand({ GroupName: 'Admins' })],
    call: new AttachGroupPolicyCommand({ GroupName: 'Admins', PolicyArn }),
    expect: { output: {} },
    afterwards: {
      call: new ListAttachedGroupPoliciesCommand({ GroupName: 'Admins', PathPrefix: '/team/' }),
      output: { AttachedPolicies: [{ PolicyName: 'Deploy', PolicyArn }], IsTruncated: false },
    },
  },
] satisfies Case[]
