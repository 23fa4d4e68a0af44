import { CreateLoginProfileCommand, CreateUserCommand, GetLoginProfileCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

export default [
  {
    name: 'a password that must be changed',
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new CreateLoginProfileCommand({
      UserName: 'ada',
      Password: 'Correct-Horse-1',
      PasswordResetRequired: true,
    }),
    expect: {
      output: { LoginProfile: { UserName: 'ada', CreateDate: '<now>', PasswordResetRequired: true } },
    },
    afterwards: {
      call: new GetLoginProfileCommand({ UserName: 'ada' }),
      output: { LoginProfile: { UserName: 'ada', CreateDate: '<now>', PasswordResetRequired: true } },
    },
  },
  {
    name: 'a password that need not be changed',
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new CreateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-1' }),
    expect: {
      output: { LoginProfile: { UserName: 'ada', CreateDate: '<now>', PasswordResetRequired: false } },
    },
  },
  {
    name: 'a second password',
    given: [
      new CreateUserCommand({ UserName: 'ada' }),
      new CreateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-1' }),
    ],
    call: new CreateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-2' }),
    expect: {
      code: 'EntityAlreadyExists',
      status: 409,
      message: 'Login Profile for user ada already exists.',
    },
  },
  {
    name: 'no password',
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new CreateLoginProfileCommand({ UserName: 'ada' }),
    expect: {
      code: 'ValidationError',
      status: 400,
      message:
        "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must not be null",
    },
  },
  {
    name: 'root without a name',
    call: new CreateLoginProfileCommand({ Password: 'Correct-Horse-1' }),
    expect: {
      code: 'ValidationError',
      status: 400,
      message: 'Must specify userName when calling with non-User credentials',
    },
  },
  {
    name: 'a name nobody has',
    call: new CreateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-1' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The user with name ada cannot be found.' },
  },
  {
    name: 'default policy: seven characters',
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new CreateLoginProfileCommand({ UserName: 'ada', Password: 'Short-1' }),
    expect: {
      code: 'PasswordPolicyViolation',
      status: 400,
      message: 'Password should have a minimum length of 8',
    },
  },
  {
    name: 'default policy: eight characters of three classes',
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new CreateLoginProfileCommand({ UserName: 'ada', Password: 'Correct1' }),
    expect: {
      output: { LoginProfile: { UserName: 'ada', CreateDate: '<now>', PasswordResetRequired: false } },
    },
  },
  {
    name: 'default policy: two classes',
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new CreateLoginProfileCommand({ UserName: 'ada', Password: 'correct1' }),
    expect: {
      code: 'PasswordPolicyViolation',
      status: 400,
      message:
        'Password should meet 1 more of the following requirements: Password should have at least one uppercase letter, Password should have at least one symbol',
    },
  },
  {
    name: 'default policy: one class',
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new CreateLoginProfileCommand({ UserName: 'ada', Password: 'correcthorse' }),
    expect: {
      code: 'PasswordPolicyViolation',
      status: 400,
      message:
        'Password should meet 2 more of the following requirements: Password should have at least one uppercase letter, Password should have at least one number, Password should have at least one symbol',
    },
  },
  {
    name: 'default policy: the e-mail address of the account',
    rows: state => state.setAccount({ rootEmail: 'Root@practice.example' }),
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new CreateLoginProfileCommand({ UserName: 'ada', Password: 'Root@practice.example' }),
    expect: {
      code: 'PasswordPolicyViolation',
      status: 400,
      message: 'Password should not be identical to your AWS account name or email address',
    },
  },
  {
    name: 'custom policy: each class that is missing',
    rows: state =>
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
      }),
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new CreateLoginProfileCommand({ UserName: 'ada', Password: 'correct horse battery' }),
    expect: {
      code: 'PasswordPolicyViolation',
      status: 400,
      message:
        'Password should have at least one uppercase letter, Password should have at least one number, Password should have at least one symbol',
    },
  },
  {
    name: 'custom policy: too short, and without a lowercase letter',
    rows: state =>
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
      }),
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new CreateLoginProfileCommand({ UserName: 'ada', Password: 'CORRECT-1' }),
    expect: {
      code: 'PasswordPolicyViolation',
      status: 400,
      message:
        'Password should have a minimum length of 14, Password should have at least one lowercase letter',
    },
  },
  {
    name: 'custom policy: as it wants',
    rows: state =>
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
      }),
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new CreateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-1' }),
    expect: {
      output: { LoginProfile: { UserName: 'ada', CreateDate: '<now>', PasswordResetRequired: false } },
    },
  },
  {
    name: 'a sparse custom policy is weaker than none',
    rows: state =>
      state.setAccount({
        passwordPolicy: {
          MinimumPasswordLength: 6,
          RequireSymbols: false,
          RequireNumbers: false,
          RequireUppercaseCharacters: false,
          RequireLowercaseCharacters: false,
          AllowUsersToChangePassword: false,
        },
      }),
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new CreateLoginProfileCommand({ UserName: 'ada', Password: 'secret' }),
    expect: {
      output: { LoginProfile: { UserName: 'ada', CreateDate: '<now>', PasswordResetRequired: false } },
    },
  },
] satisfies Case[]
