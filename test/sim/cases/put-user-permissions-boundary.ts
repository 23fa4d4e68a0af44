import { CreateUserCommand, GetUserCommand, PutUserPermissionsBoundaryCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { created as policyCreated, PolicyArn } from '../own-policy.ts'

const created = new CreateUserCommand({ UserName: 'ada' })

export default [
  {
    name: 'what is allowed at most',
    given: [created],
    call: new PutUserPermissionsBoundaryCommand({
      UserName: 'ada',
      PermissionsBoundary: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess',
    }),
    expect: { output: {} },
    afterwards: {
      call: new GetUserCommand({ UserName: 'ada' }),
      output: {
        User: {
          Path: '/',
          UserName: 'ada',
          UserId: '<UserId>',
          Arn: 'arn:aws:iam::111122223333:user/ada',
          CreateDate: '<now>',
          PermissionsBoundary: {
            PermissionsBoundaryType: 'PermissionsBoundaryPolicy',
            PermissionsBoundaryArn: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess',
          },
        },
      },
    },
  },
  {
    name: 'one of the account’s own in the place of another',
    given: [
      policyCreated,
      new CreateUserCommand({
        UserName: 'ada',
        PermissionsBoundary: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess',
      }),
    ],
    call: new PutUserPermissionsBoundaryCommand({ UserName: 'ADA', PermissionsBoundary: PolicyArn }),
    expect: { output: {} },
    afterwards: {
      call: new GetUserCommand({ UserName: 'ada' }),
      output: {
        User: {
          Path: '/',
          UserName: 'ada',
          UserId: '<UserId>',
          Arn: 'arn:aws:iam::111122223333:user/ada',
          CreateDate: '<now>',
          PermissionsBoundary: {
            PermissionsBoundaryType: 'PermissionsBoundaryPolicy',
            PermissionsBoundaryArn: PolicyArn,
          },
        },
      },
    },
  },
  {
    name: 'an ARN that is none',
    given: [created],
    call: new PutUserPermissionsBoundaryCommand({
      UserName: 'ada',
      PermissionsBoundary: 'IAMReadOnlyAccess-of-AWS',
    }),
    expect: { code: 'ValidationError', status: 400, message: 'Invalid ARN:  Could not be parsed!' },
  },
  {
    name: 'an ARN of something else',
    given: [created],
    call: new PutUserPermissionsBoundaryCommand({
      UserName: 'ada',
      PermissionsBoundary: 'arn:aws:iam::111122223333:user/ada',
    }),
    expect: {
      code: 'InvalidInput',
      status: 400,
      message: 'ARN arn:aws:iam::111122223333:user/ada is not valid.',
    },
  },
  {
    name: 'a policy that is not there',
    given: [created],
    call: new PutUserPermissionsBoundaryCommand({
      UserName: 'ada',
      PermissionsBoundary: 'arn:aws:iam::111122223333:policy/none',
    }),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: 'Scope ARN: arn:aws:iam::111122223333:policy/none does not exist or is not attachable.',
    },
  },
  {
    name: 'a user that is not there',
    call: new PutUserPermissionsBoundaryCommand({
      UserName: 'ada',
      PermissionsBoundary: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess',
    }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The user with name ada cannot be found.' },
  },
] satisfies Case[]
