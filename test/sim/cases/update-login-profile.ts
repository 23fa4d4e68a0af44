import {
  CreateLoginProfileCommand,
  CreateUserCommand,
  GetLoginProfileCommand,
  UpdateLoginProfileCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import type { State } from '../../../src/sim/state.ts'

const remembersThree = (state: State) =>
  state.setAccount({
    passwordPolicy: {
      MinimumPasswordLength: 14,
      RequireSymbols: true,
      RequireNumbers: true,
      RequireUppercaseCharacters: true,
      RequireLowercaseCharacters: true,
      AllowUsersToChangePassword: true,
      PasswordReusePrevention: 3,
    },
  })

export default [
  {
    name: 'only whether it must be changed',
    given: [
      new CreateUserCommand({ UserName: 'ada' }),
      new CreateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-1' }),
    ],
    call: new UpdateLoginProfileCommand({ UserName: 'ada', PasswordResetRequired: true }),
    expect: { output: {} },
    afterwards: {
      call: new GetLoginProfileCommand({ UserName: 'ada' }),
      output: { LoginProfile: { UserName: 'ada', CreateDate: '<now>', PasswordResetRequired: true } },
    },
  },
  {
    name: 'a new password',
    given: [
      new CreateUserCommand({ UserName: 'ada' }),
      new CreateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-1' }),
    ],
    call: new UpdateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-2' }),
    expect: { output: {} },
  },
  {
    name: 'a password that the policy refuses',
    given: [
      new CreateUserCommand({ UserName: 'ada' }),
      new CreateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-1' }),
    ],
    call: new UpdateLoginProfileCommand({ UserName: 'ada', Password: 'Short-1' }),
    expect: {
      code: 'PasswordPolicyViolation',
      status: 400,
      message: 'Password should have a minimum length of 8',
    },
  },
  {
    name: 'without a policy the same password again',
    given: [
      new CreateUserCommand({ UserName: 'ada' }),
      new CreateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-1' }),
    ],
    call: new UpdateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-1' }),
    expect: { output: {} },
  },
  {
    name: 'a policy that remembers three: the present one',
    rows: remembersThree,
    given: [
      new CreateUserCommand({ UserName: 'ada' }),
      new CreateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-1' }),
    ],
    call: new UpdateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-1' }),
    expect: {
      code: 'PasswordPolicyViolation',
      status: 400,
      message: 'Password does not conform to the account password policy.',
    },
  },
  {
    name: 'a policy that remembers three: the one before the last',
    rows: remembersThree,
    given: [
      new CreateUserCommand({ UserName: 'ada' }),
      new CreateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-1' }),
      new UpdateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-2' }),
      new UpdateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-3' }),
    ],
    call: new UpdateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-1' }),
    expect: {
      code: 'PasswordPolicyViolation',
      status: 400,
      message: 'Password does not conform to the account password policy.',
    },
  },
  {
    name: 'a policy that remembers three: the one before that',
    rows: remembersThree,
    given: [
      new CreateUserCommand({ UserName: 'ada' }),
      new CreateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-1' }),
      new UpdateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-2' }),
      new UpdateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-3' }),
      new UpdateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-4' }),
    ],
    call: new UpdateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-1' }),
    expect: { output: {} },
  },
  {
    name: 'a user without a password',
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new UpdateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-1' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'Login Profile for User ada cannot be found.' },
  },
  {
    name: 'a name nobody has',
    call: new UpdateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-1' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The user with name ada cannot be found.' },
  },
] satisfies Case[]
