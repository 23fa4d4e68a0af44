import {
  AttachUserPolicyCommand,
  CreateUserCommand,
  ListAttachedUserPoliciesCommand,
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
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new AttachUserPolicyCommand({
      UserName: 'ada',
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
    }),
    expect: { output: {} },
    afterwards: {
      call: new ListAttachedUserPoliciesCommand({ UserName: 'ada' }),
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
      new CreateUserCommand({ UserName: 'ada' }),
      new AttachUserPolicyCommand({
        UserName: 'ada',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
    ],
    call: new AttachUserPolicyCommand({
      UserName: 'ada',
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
    }),
    expect: { output: {} },
    afterwards: {
      call: new ListAttachedUserPoliciesCommand({ UserName: 'ada' }),
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
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new AttachUserPolicyCommand({ UserName: 'ada', PolicyArn: 'arn:aws:iam::aws:policy/Nothing' }),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: 'Policy arn:aws:iam::aws:policy/Nothing does not exist or is not attachable.',
    },
  },
  {
    name: 'an ARN that is none',
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new AttachUserPolicyCommand({ UserName: 'ada', PolicyArn: 'AdministratorAccess: all' }),
    expect: { code: 'ValidationError', status: 400, message: 'Invalid ARN:  Could not be parsed!' },
  },
  {
    name: 'an eleventh policy',
    given: [
      new CreateUserCommand({ UserName: 'ada' }),
      ...ten.map(policy => new AttachUserPolicyCommand({ UserName: 'ada', PolicyArn: policy })),
    ],
    call: new AttachUserPolicyCommand({
      UserName: 'ada',
      PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
    }),
    expect: { code: 'LimitExceeded', status: 409, message: 'Cannot exceed quota for PoliciesPerUser: 10' },
  },
  {
    name: 'a name nobody has',
    call: new AttachUserPolicyCommand({
      UserName: 'ada',
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
    }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The user with name ada cannot be found.' },
  },
  {
    name: 'a policy of the account’s own',
    given: [created, new CreateUserCommand({ UserName: 'ada' })],
    call: new AttachUserPolicyCommand({ UserName: 'ada', PolicyArn }),
    expect: { output: {} },
    afterwards: {
      call: new ListAttachedUserPoliciesCommand({ UserName: 'ada', PathPrefix: '/team/' }),
      output: { AttachedPolicies: [{ PolicyName: 'Deploy', PolicyArn }], IsTruncated: false },
    },
  },
] satisfies Case[]
