import { CreateUserCommand, DeleteUserCommand, ListUsersCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

export default [
  { name: 'nobody', call: new ListUsersCommand({}), expect: { output: { Users: [], IsTruncated: false } } },
  {
    name: 'users by name, without tags',
    given: [
      new CreateUserCommand({ UserName: 'grace' }),
      new CreateUserCommand({ UserName: 'Ada', Tags: [{ Key: 'a', Value: 'b' }] }),
    ],
    call: new ListUsersCommand({}),
    expect: {
      output: {
        Users: [
          {
            Path: '/',
            UserName: 'Ada',
            UserId: '<UserId>',
            Arn: 'arn:aws:iam::111122223333:user/Ada',
            CreateDate: '<now>',
          },
          {
            Path: '/',
            UserName: 'grace',
            UserId: '<UserId>',
            Arn: 'arn:aws:iam::111122223333:user/grace',
            CreateDate: '<now>',
          },
        ],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'users below a path',
    given: [
      new CreateUserCommand({ UserName: 'ada' }),
      new CreateUserCommand({ UserName: 'grace', Path: '/team/blue/' }),
    ],
    call: new ListUsersCommand({ PathPrefix: '/team' }),
    expect: {
      output: {
        Users: [
          {
            Path: '/team/blue/',
            UserName: 'grace',
            UserId: '<UserId>',
            Arn: 'arn:aws:iam::111122223333:user/team/blue/grace',
            CreateDate: '<now>',
          },
        ],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'a page that is not the last has a marker',
    given: [new CreateUserCommand({ UserName: 'ada' }), new CreateUserCommand({ UserName: 'grace' })],
    call: new ListUsersCommand({ MaxItems: 1 }),
    expect: {
      output: {
        Users: [
          {
            Path: '/',
            UserName: 'ada',
            UserId: '<UserId>',
            Arn: 'arn:aws:iam::111122223333:user/ada',
            CreateDate: '<now>',
          },
        ],
        IsTruncated: true,
        Marker: '<Marker>',
      },
    },
  },
  {
    name: 'the marker leads on, also when its user is gone',
    given: [
      new CreateUserCommand({ UserName: 'ada' }),
      new CreateUserCommand({ UserName: 'grace' }),
      new ListUsersCommand({ MaxItems: 1 }),
      new DeleteUserCommand({ UserName: 'ada' }),
    ],
    call: outputs => new ListUsersCommand({ Marker: outputs[2].Marker }),
    expect: {
      output: {
        Users: [
          {
            Path: '/',
            UserName: 'grace',
            UserId: '<UserId>',
            Arn: 'arn:aws:iam::111122223333:user/grace',
            CreateDate: '<now>',
          },
        ],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'a marker that is none',
    call: new ListUsersCommand({ Marker: 'ada' }),
    expect: { code: 'ValidationError', status: 400, message: 'Invalid Marker.' },
  },
] satisfies Case[]
