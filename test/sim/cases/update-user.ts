import {
  CreateAccessKeyCommand,
  CreateUserCommand,
  GetUserCommand,
  ListAccessKeysCommand,
  UpdateUserCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

export default [
  {
    name: 'a new name and path, and the same id',
    given: [new CreateUserCommand({ UserName: 'ada' }), new CreateAccessKeyCommand({ UserName: 'ada' })],
    call: new UpdateUserCommand({ UserName: 'ada', NewUserName: 'Countess', NewPath: '/team/' }),
    expect: { output: {} },
    afterwards: {
      call: outputs => new GetUserCommand({ UserName: outputs[0].User.UserId && 'Countess' }),
      output: {
        User: {
          Path: '/team/',
          UserName: 'Countess',
          UserId: '<UserId>',
          Arn: 'arn:aws:iam::111122223333:user/team/Countess',
          CreateDate: '<now>',
        },
      },
    },
  },
  {
    name: 'keys go with the user',
    given: [new CreateUserCommand({ UserName: 'ada' }), new CreateAccessKeyCommand({ UserName: 'ada' })],
    call: new UpdateUserCommand({ UserName: 'ada', NewUserName: 'countess' }),
    expect: { output: {} },
    afterwards: {
      call: new ListAccessKeysCommand({ UserName: 'countess' }),
      output: {
        AccessKeyMetadata: [
          { UserName: 'countess', AccessKeyId: '<AccessKeyId>', Status: 'Active', CreateDate: '<now>' },
        ],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'a name that is taken',
    given: [new CreateUserCommand({ UserName: 'ada' }), new CreateUserCommand({ UserName: 'grace' })],
    call: new UpdateUserCommand({ UserName: 'grace', NewUserName: 'Ada' }),
    expect: { code: 'EntityAlreadyExists', status: 409, message: 'User with name Ada already exists.' },
  },
  {
    name: 'a new spelling of its own name is taken',
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new UpdateUserCommand({ UserName: 'ada', NewUserName: 'ADA' }),
    expect: { code: 'EntityAlreadyExists', status: 409, message: 'User with name ADA already exists.' },
  },
  {
    name: 'a name nobody has',
    call: new UpdateUserCommand({ UserName: 'ada', NewPath: '/team/' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The user with name ada cannot be found.' },
  },
] satisfies Case[]
