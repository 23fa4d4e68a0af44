import {
  AttachGroupPolicyCommand,
  CreateGroupCommand,
  DetachGroupPolicyCommand,
  ListAttachedGroupPoliciesCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

export default [
  {
    name: 'a policy that is attached',
    given: [
      new CreateGroupCommand({ GroupName: 'Admins' }),
      new AttachGroupPolicyCommand({
        GroupName: 'Admins',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
    ],
    call: new DetachGroupPolicyCommand({
      GroupName: 'Admins',
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
    }),
    expect: { output: {} },
    afterwards: {
      call: new ListAttachedGroupPoliciesCommand({ GroupName: 'Admins' }),
      output: { AttachedPolicies: [], IsTruncated: false },
    },
  },
  {
    name: 'a policy that is not attached',
    given: [new CreateGroupCommand({ GroupName: 'Admins' })],
    call: new DetachGroupPolicyCommand({
      GroupName: 'Admins',
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
    given: [new CreateGroupCommand({ GroupName: 'Admins' })],
    call: new DetachGroupPolicyCommand({ GroupName: 'Admins', PolicyArn: 'AdministratorAccess: all' }),
    expect: { code: 'ValidationError', status: 400, message: 'Invalid ARN:  Could not be parsed!' },
  },
  {
    name: 'a name nobody has',
    call: new DetachGroupPolicyCommand({
      GroupName: 'Admins',
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
    }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The group with name Admins cannot be found.' },
  },
] satisfies Case[]
