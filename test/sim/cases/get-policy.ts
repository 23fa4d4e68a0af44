import {
  AttachGroupPolicyCommand,
  CreateGroupCommand,
  CreatePolicyCommand,
  CreateUserCommand,
  GetPolicyCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { created, document, PolicyArn, shown, version } from '../own-policy.ts'

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
    name: 'one of the account’s own, with what CreatePolicy does not show',
    given: [
      new CreatePolicyCommand({
        PolicyName: 'Deploy',
        Path: '/team/',
        PolicyDocument: document('s3:*'),
        Description: 'What deploying takes.',
        Tags: [{ Key: 'team', Value: 'blue' }],
      }),
    ],
    call: new GetPolicyCommand({ PolicyArn }),
    expect: {
      output: {
        Policy: {
          ...shown,
          Description: 'What deploying takes.',
          Tags: [{ Key: 'team', Value: 'blue' }],
        },
      },
    },
  },
  {
    name: 'one of the account’s own with another version, attached and a boundary',
    given: [
      created,
      version('ec2:*', true),
      new CreateGroupCommand({ GroupName: 'Admins' }),
      new AttachGroupPolicyCommand({ GroupName: 'Admins', PolicyArn }),
      new CreateUserCommand({ UserName: 'grace', PermissionsBoundary: PolicyArn }),
    ],
    call: new GetPolicyCommand({ PolicyArn }),
    expect: {
      output: {
        Policy: {
          ...shown,
          DefaultVersionId: 'v2',
          AttachmentCount: 1,
          PermissionsBoundaryUsageCount: 1,
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
  {
    name: 'an ARN of another partition',
    call: new GetPolicyCommand({ PolicyArn: 'arn:aws-cn:iam::aws:policy/AdministratorAccess' }),
    expect: { code: 'ValidationError', status: 400, message: 'Invalid ARN partition' },
  },
  {
    name: 'an ARN of something else',
    call: new GetPolicyCommand({ PolicyArn: 'arn:aws:iam::111122223333:user/ada' }),
    expect: {
      code: 'InvalidInput',
      status: 400,
      message: 'ARN arn:aws:iam::111122223333:user/ada is not valid.',
    },
  },
] satisfies Case[]
