import {
  AttachUserPolicyCommand,
  CreateUserCommand,
  DetachUserPolicyCommand,
  ListAttachedUserPoliciesCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

export default [
  {
    name: 'a policy that is attached',
    given: [
      new CreateUserCommand({ UserName: 'ada' }),
      new AttachUserPolicyCommand({
        UserName: 'ada',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
    ],
    call: new DetachUserPolicyCommand({
      UserName: 'ada',
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
    }),
    expect: { output: {} },
    afterwards: {
      call: new ListAttachedUserPoliciesCommand({ UserName: 'ada' }),
      output: { AttachedPolicies: [], IsTruncated: false },
    },
  },
  {
    name: 'a policy that is not attached',
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new DetachUserPolicyCommand({
      UserName: 'ada',
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
    }),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: 'Policy arn:aws:iam::aws:policy/AdministratorAccess was not found.',
    },
  },
  {
    name: 'an ARN that is none',
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new DetachUserPolicyCommand({ UserName: 'ada', PolicyArn: 'AdministratorAccess: all' }),
    expect: { code: 'ValidationError', status: 400, message: 'Invalid ARN:  Could not be parsed!' },
  },
  {
    name: 'a name nobody has',
    call: new DetachUserPolicyCommand({
      UserName: 'ada',
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
    }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The user with name ada cannot be found.' },
  },
] satisfies Case[]
