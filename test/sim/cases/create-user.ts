import { CreateUserCommand, GetUserCommand, ListUsersCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { userNamed } from '../rows.ts'
import type { State } from '../../../src/sim/state.ts'

const fullOf = ({ users }: State) => {
  for (let index = 0; index < 5000; index++) users.put(`user-${index}`, userNamed(`user-${index}`))
}

export default [
  {
    name: 'a user with a name alone',
    call: new CreateUserCommand({ UserName: 'ada' }),
    expect: {
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
    name: 'a user with a path, tags and a permissions boundary',
    call: new CreateUserCommand({
      UserName: 'Ada',
      Path: '/team/',
      Tags: [{ Key: 'Team', Value: 'Blue' }],
      PermissionsBoundary: 'arn:aws:iam::aws:policy/PowerUserAccess',
    }),
    expect: {
      output: {
        User: {
          Path: '/team/',
          UserName: 'Ada',
          UserId: '<UserId>',
          Arn: 'arn:aws:iam::111122223333:user/team/Ada',
          CreateDate: '<now>',
          PermissionsBoundary: {
            PermissionsBoundaryType: 'PermissionsBoundaryPolicy',
            PermissionsBoundaryArn: 'arn:aws:iam::aws:policy/PowerUserAccess',
          },
          Tags: [{ Key: 'Team', Value: 'Blue' }],
        },
      },
    },
  },
  {
    name: 'a name that is taken',
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new CreateUserCommand({ UserName: 'ada' }),
    expect: { code: 'EntityAlreadyExists', status: 409, message: 'User with name ada already exists.' },
  },
  {
    name: 'a name that is taken but for its case',
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new CreateUserCommand({ UserName: 'ADA' }),
    expect: { code: 'EntityAlreadyExists', status: 409, message: 'User with name ADA already exists.' },
  },
  {
    name: 'a boundary that does not exist',
    call: new CreateUserCommand({ UserName: 'ada', PermissionsBoundary: 'arn:aws:iam::aws:policy/Nothing' }),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: 'Scope ARN: arn:aws:iam::aws:policy/Nothing does not exist or is not attachable.',
    },
  },
  {
    name: 'tags that are the same but for their case',
    call: new CreateUserCommand({
      UserName: 'ada',
      Tags: [
        { Key: 'team', Value: '1' },
        { Key: 'Team', Value: '2' },
      ],
    }),
    expect: {
      code: 'InvalidInput',
      status: 400,
      message: 'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    },
    afterwards: { call: new ListUsersCommand({}), output: { Users: [], IsTruncated: false } },
  },
  {
    name: 'more users than an account may have',
    rows: fullOf,
    call: new CreateUserCommand({ UserName: 'ada' }),
    expect: { code: 'LimitExceeded', status: 409, message: 'Cannot exceed quota for UsersPerAccount: 5000' },
  },
  {
    name: 'a name with a character that names do not have',
    call: new CreateUserCommand({ UserName: 'ada lovelace' }),
    expect: {
      code: 'ValidationError',
      status: 400,
      message:
        'The specified value for userName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-',
    },
  },
] satisfies Case[]
