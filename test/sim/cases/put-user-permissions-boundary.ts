import { CreateUserCommand, GetUserCommand, PutUserPermissionsBoundaryCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

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
