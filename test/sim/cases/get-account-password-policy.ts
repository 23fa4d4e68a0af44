import { GetAccountPasswordPolicyCommand, UpdateAccountPasswordPolicyCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

export default [
  {
    name: 'none is set',
    call: new GetAccountPasswordPolicyCommand({}),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: 'The Password Policy with domain name 111122223333 cannot be found.',
    },
  },
  {
    name: 'passwords that end',
    given: [new UpdateAccountPasswordPolicyCommand({ MinimumPasswordLength: 14, MaxPasswordAge: 90 })],
    call: new GetAccountPasswordPolicyCommand({}),
    expect: {
      output: {
        PasswordPolicy: {
          MinimumPasswordLength: 14,
          RequireSymbols: false,
          RequireNumbers: false,
          RequireUppercaseCharacters: false,
          RequireLowercaseCharacters: false,
          AllowUsersToChangePassword: false,
          ExpirePasswords: true,
          MaxPasswordAge: 90,
        },
      },
    },
  },
] satisfies Case[]
