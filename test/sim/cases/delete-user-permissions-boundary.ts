import {
  CreateUserCommand,
  DeleteUserPermissionsBoundaryCommand,
  GetUserCommand,
  PutUserPermissionsBoundaryCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

const created = new CreateUserCommand({ UserName: 'ada' })

export default [
  {
    name: 'nothing is limited any more',
    given: [
      created,
      new PutUserPermissionsBoundaryCommand({
        UserName: 'ada',
        PermissionsBoundary: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess',
      }),
    ],
    call: new DeleteUserPermissionsBoundaryCommand({ UserName: 'ada' }),
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
        },
      },
    },
  },
  {
    name: 'a user who has none',
    given: [created],
    call: new DeleteUserPermissionsBoundaryCommand({ UserName: 'ada' }),
    expect: { output: {} },
  },
  {
    name: 'a user that is not there',
    call: new DeleteUserPermissionsBoundaryCommand({ UserName: 'ada' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The user with name ada cannot be found.' },
  },
] satisfies Case[]
