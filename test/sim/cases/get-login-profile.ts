import { CreateLoginProfileCommand, CreateUserCommand, GetLoginProfileCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { admin } from '../admin.ts'

export default [
  {
    name: 'the user who calls',
    rows: admin,
    as: 'grace',
    call: new GetLoginProfileCommand({}),
    expect: {
      output: {
        LoginProfile: { UserName: 'grace', CreateDate: '2026-01-02T00:00:00Z', PasswordResetRequired: false },
      },
    },
  },
  {
    name: 'a user without a password',
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new GetLoginProfileCommand({ UserName: 'ada' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'Login Profile for User ada cannot be found.' },
  },
  {
    name: 'a name nobody has',
    call: new GetLoginProfileCommand({ UserName: 'ada' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The user with name ada cannot be found.' },
  },
  {
    name: 'root without a name',
    call: new GetLoginProfileCommand({}),
    expect: {
      code: 'ValidationError',
      status: 400,
      message: 'Must specify userName when calling with non-User credentials',
    },
  },
  {
    name: 'never the password',
    given: [
      new CreateUserCommand({ UserName: 'ada' }),
      new CreateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-1' }),
    ],
    call: new GetLoginProfileCommand({ UserName: 'ada' }),
    expect: {
      output: { LoginProfile: { UserName: 'ada', CreateDate: '<now>', PasswordResetRequired: false } },
    },
  },
] satisfies Case[]
