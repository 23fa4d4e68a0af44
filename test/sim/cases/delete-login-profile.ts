import { CreateLoginProfileCommand, CreateUserCommand, DeleteLoginProfileCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

export default [
  {
    name: 'a password',
    given: [
      new CreateUserCommand({ UserName: 'ada' }),
      new CreateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-1' }),
    ],
    call: new DeleteLoginProfileCommand({ UserName: 'ada' }),
    expect: { output: {} },
    afterwards: {
      call: new CreateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-1' }),
      output: { LoginProfile: { UserName: 'ada', CreateDate: '<now>', PasswordResetRequired: false } },
    },
  },
  {
    name: 'a user without a password',
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new DeleteLoginProfileCommand({ UserName: 'ada' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'Login Profile for User ada cannot be found.' },
  },
  {
    name: 'a name nobody has',
    call: new DeleteLoginProfileCommand({ UserName: 'ada' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The user with name ada cannot be found.' },
  },
] satisfies Case[]
