import {
  CreateLoginProfileCommand,
  CreateUserCommand,
  DeleteAccountPasswordPolicyCommand,
  UpdateAccountPasswordPolicyCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

export default [
  {
    name: 'the policy; passwords are then held to AWS’s default',
    given: [
      new CreateUserCommand({ UserName: 'ada' }),
      new UpdateAccountPasswordPolicyCommand({ MinimumPasswordLength: 128 }),
    ],
    call: new DeleteAccountPasswordPolicyCommand({}),
    expect: { output: {} },
    afterwards: {
      call: new CreateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-1' }),
      output: { LoginProfile: { UserName: 'ada', CreateDate: '<now>', PasswordResetRequired: false } },
    },
  },
  {
    name: 'none is set',
    call: new DeleteAccountPasswordPolicyCommand({}),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: 'The Password Policy with domain name 111122223333 cannot be found.',
    },
  },
] satisfies Case[]
