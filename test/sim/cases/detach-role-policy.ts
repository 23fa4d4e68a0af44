import {
  AttachRolePolicyCommand,
  CreateRoleCommand,
  DetachRolePolicyCommand,
  ListAttachedRolePoliciesCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { trusting } from '../rows.ts'

export default [
  {
    name: 'a policy that is attached',
    given: [
      new CreateRoleCommand({ RoleName: 'ada', AssumeRolePolicyDocument: trusting('*') }),
      new AttachRolePolicyCommand({
        RoleName: 'ada',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
    ],
    call: new DetachRolePolicyCommand({
      RoleName: 'ada',
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
    }),
    expect: { output: {} },
    afterwards: {
      call: new ListAttachedRolePoliciesCommand({ RoleName: 'ada' }),
      output: { AttachedPolicies: [], IsTruncated: false },
    },
  },
  {
    name: 'a policy that is not attached',
    given: [new CreateRoleCommand({ RoleName: 'ada', AssumeRolePolicyDocument: trusting('*') })],
    call: new DetachRolePolicyCommand({
      RoleName: 'ada',
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
    given: [new CreateRoleCommand({ RoleName: 'ada', AssumeRolePolicyDocument: trusting('*') })],
    call: new DetachRolePolicyCommand({ RoleName: 'ada', PolicyArn: 'AdministratorAccess: all' }),
    expect: { code: 'ValidationError', status: 400, message: 'Invalid ARN:  Could not be parsed!' },
  },
  {
    name: 'a name nobody has',
    call: new DetachRolePolicyCommand({
      RoleName: 'ada',
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
    }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The role with name ada cannot be found.' },
  },
] satisfies Case[]
