import {
  AttachGroupPolicyCommand,
  CreateGroupCommand,
  CreateUserCommand,
  GetPolicyCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

export default [
  {
    name: 'an AWS managed policy, how often it is attached and a boundary',
    given: [
      new CreateGroupCommand({ GroupName: 'Admins' }),
      new AttachGroupPolicyCommand({
        GroupName: 'Admins',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
      new CreateUserCommand({
        UserName: 'grace',
        PermissionsBoundary: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
    ],
    call: new GetPolicyCommand({ PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }),
    expect: {
      output: {
        Policy: {
          PolicyName: 'AdministratorAccess',
          PolicyId: 'ANPAIWMBCKSKIEE64ZLYK',
          Arn: 'arn:aws:iam::aws:policy/AdministratorAccess',
          Path: '/',
          DefaultVersionId: 'v1',
          AttachmentCount: 1,
          PermissionsBoundaryUsageCount: 1,
          IsAttachable: true,
          CreateDate: '2015-02-06T18:39:46Z',
          UpdateDate: '2015-02-06T18:39:46Z',
          Description: 'Provides full access to AWS services and resources.',
          Tags: [],
        },
      },
    },
  },
  {
    name: 'a policy that does not exist',
    call: new GetPolicyCommand({ PolicyArn: 'arn:aws:iam::aws:policy/Nothing' }),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: 'Policy arn:aws:iam::aws:policy/Nothing was not found.',
    },
  },
  {
    name: 'an ARN that is none',
    call: new GetPolicyCommand({ PolicyArn: 'AdministratorAccess: all' }),
    expect: { code: 'ValidationError', status: 400, message: 'Invalid ARN:  Could not be parsed!' },
  },
] satisfies Case[]
