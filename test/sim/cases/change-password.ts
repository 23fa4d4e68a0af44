import {
  AttachUserPolicyCommand,
  ChangePasswordCommand,
  CreateLoginProfileCommand,
  CreateUserCommand,
  GetLoginProfileCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

export default [
  {
    name: "a user's own, which then need not be changed again",
    given: [
      new CreateUserCommand({ UserName: 'ada' }),
      new CreateLoginProfileCommand({
        UserName: 'ada',
        Password: 'Correct-Horse-1',
        PasswordResetRequired: true,
      }),
      new AttachUserPolicyCommand({
        UserName: 'ada',
        PolicyArn: 'arn:aws:iam::aws:policy/IAMUserChangePassword',
      }),
    ],
    as: 'ada',
    call: new ChangePasswordCommand({ OldPassword: 'Correct-Horse-1', NewPassword: 'Correct-Horse-2' }),
    expect: { output: {} },
    afterwards: {
      call: new GetLoginProfileCommand({ UserName: 'ada' }),
      output: { LoginProfile: { UserName: 'ada', CreateDate: '<now>', PasswordResetRequired: false } },
    },
  },
  {
    name: 'a password policy may allow it to every user',
    rows: state =>
      state.setAccount({
        passwordPolicy: {
          MinimumPasswordLength: 14,
          RequireSymbols: false,
          RequireNumbers: false,
          RequireUppercaseCharacters: false,
          RequireLowercaseCharacters: false,
          AllowUsersToChangePassword: true,
        },
      }),
    given: [
      new CreateUserCommand({ UserName: 'ada' }),
      new CreateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-1' }),
    ],
    as: 'ada',
    call: new ChangePasswordCommand({ OldPassword: 'Correct-Horse-1', NewPassword: 'Correct-Horse-2' }),
    expect: { output: {} },
  },
  {
    name: 'a password policy that does not allow it, and no other policy',
    rows: state =>
      state.setAccount({
        passwordPolicy: {
          MinimumPasswordLength: 14,
          RequireSymbols: false,
          RequireNumbers: false,
          RequireUppercaseCharacters: false,
          RequireLowercaseCharacters: false,
          AllowUsersToChangePassword: false,
        },
      }),
    given: [
      new CreateUserCommand({ UserName: 'ada' }),
      new CreateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-1' }),
    ],
    as: 'ada',
    call: new ChangePasswordCommand({ OldPassword: 'Correct-Horse-1', NewPassword: 'Correct-Horse-2' }),
    expect: {
      code: 'AccessDenied',
      status: 403,
      message:
        'User: arn:aws:iam::111122223333:user/ada is not authorized to perform: iam:ChangePassword on resource: user ada because no identity-based policy allows the iam:ChangePassword action',
    },
  },
  {
    name: 'no password policy, and no other policy',
    given: [
      new CreateUserCommand({ UserName: 'ada' }),
      new CreateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-1' }),
    ],
    as: 'ada',
    call: new ChangePasswordCommand({ OldPassword: 'Correct-Horse-1', NewPassword: 'Correct-Horse-2' }),
    expect: {
      code: 'AccessDenied',
      status: 403,
      message:
        'User: arn:aws:iam::111122223333:user/ada is not authorized to perform: iam:ChangePassword on resource: user ada because no identity-based policy allows the iam:ChangePassword action',
    },
  },
  {
    name: 'a password policy that does not allow it, and a policy that does',
    rows: state =>
      state.setAccount({
        passwordPolicy: {
          MinimumPasswordLength: 14,
          RequireSymbols: false,
          RequireNumbers: false,
          RequireUppercaseCharacters: false,
          RequireLowercaseCharacters: false,
          AllowUsersToChangePassword: false,
        },
      }),
    given: [
      new CreateUserCommand({ UserName: 'ada' }),
      new CreateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-1' }),
      new AttachUserPolicyCommand({
        UserName: 'ada',
        PolicyArn: 'arn:aws:iam::aws:policy/IAMUserChangePassword',
      }),
    ],
    as: 'ada',
    call: new ChangePasswordCommand({ OldPassword: 'Correct-Horse-1', NewPassword: 'Correct-Horse-2' }),
    expect: { output: {} },
  },
  {
    name: 'a wrong old password',
    given: [
      new CreateUserCommand({ UserName: 'ada' }),
      new CreateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-9' }),
      new AttachUserPolicyCommand({
        UserName: 'ada',
        PolicyArn: 'arn:aws:iam::aws:policy/IAMUserChangePassword',
      }),
    ],
    as: 'ada',
    call: new ChangePasswordCommand({ OldPassword: 'Correct-Horse-1', NewPassword: 'Correct-Horse-2' }),
    expect: { code: 'AccessDenied', status: 403, message: 'The old password was incorrect.' },
  },
  {
    name: 'a new password that the policy refuses',
    given: [
      new CreateUserCommand({ UserName: 'ada' }),
      new CreateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-1' }),
      new AttachUserPolicyCommand({
        UserName: 'ada',
        PolicyArn: 'arn:aws:iam::aws:policy/IAMUserChangePassword',
      }),
    ],
    as: 'ada',
    call: new ChangePasswordCommand({ OldPassword: 'Correct-Horse-1', NewPassword: 'Short-1' }),
    expect: {
      code: 'PasswordPolicyViolation',
      status: 400,
      message: 'Password should have a minimum length of 8',
    },
  },
  {
    name: 'a user without a password',
    given: [
      new CreateUserCommand({ UserName: 'ada' }),
      new AttachUserPolicyCommand({
        UserName: 'ada',
        PolicyArn: 'arn:aws:iam::aws:policy/IAMUserChangePassword',
      }),
    ],
    as: 'ada',
    call: new ChangePasswordCommand({ OldPassword: 'Correct-Horse-1', NewPassword: 'Correct-Horse-2' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'Login Profile for User ada cannot be found.' },
  },
  {
    name: 'root',
    call: new ChangePasswordCommand({ OldPassword: 'Correct-Horse-1', NewPassword: 'Correct-Horse-2' }),
    expect: {
      code: 'InvalidUserType',
      status: 400,
      message: 'The root user cannot change its password with this operation.',
    },
  },
] satisfies Case[]
