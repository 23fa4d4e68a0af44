import { GetAccountPasswordPolicyCommand, UpdateAccountPasswordPolicyCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

const policy = (PasswordPolicy: object) => ({
  call: new GetAccountPasswordPolicyCommand({}),
  output: { PasswordPolicy },
})
const weakest = {
  MinimumPasswordLength: 6,
  RequireSymbols: false,
  RequireNumbers: false,
  RequireUppercaseCharacters: false,
  RequireLowercaseCharacters: false,
  AllowUsersToChangePassword: false,
  ExpirePasswords: false,
}
const everything = {
  MinimumPasswordLength: 14,
  RequireSymbols: true,
  RequireNumbers: true,
  RequireUppercaseCharacters: true,
  RequireLowercaseCharacters: true,
  AllowUsersToChangePassword: true,
  MaxPasswordAge: 90,
  PasswordReusePrevention: 24,
  HardExpiry: true,
}
const outside = (member: string, words: string) =>
  `Value at '${member}' failed to satisfy constraint: Member must have value ${words}`
const limits: [input: UpdateAccountPasswordPolicyCommand['input'], problem: string][] = [
  [{ MinimumPasswordLength: 5 }, outside('minimumPasswordLength', 'greater than or equal to 6')],
  [{ MinimumPasswordLength: 129 }, outside('minimumPasswordLength', 'less than or equal to 128')],
  [{ MaxPasswordAge: 0 }, outside('maxPasswordAge', 'greater than or equal to 1')],
  [{ MaxPasswordAge: 1096 }, outside('maxPasswordAge', 'less than or equal to 1095')],
  [{ PasswordReusePrevention: 0 }, outside('passwordReusePrevention', 'greater than or equal to 1')],
  [{ PasswordReusePrevention: 25 }, outside('passwordReusePrevention', 'less than or equal to 24')],
]

export default [
  {
    name: 'nothing said is the weakest there is, and weaker than no policy',
    call: new UpdateAccountPasswordPolicyCommand({}),
    expect: { output: {} },
    afterwards: policy(weakest),
  },
  {
    name: 'everything said',
    call: new UpdateAccountPasswordPolicyCommand(everything),
    expect: { output: {} },
    afterwards: policy({ ...everything, ExpirePasswords: true }),
  },
  {
    name: 'what is left out goes back to what it was at first',
    given: [new UpdateAccountPasswordPolicyCommand(everything)],
    call: new UpdateAccountPasswordPolicyCommand({ RequireNumbers: true }),
    expect: { output: {} },
    afterwards: policy({ ...weakest, RequireNumbers: true }),
  },
  {
    name: 'the longest and the most',
    call: new UpdateAccountPasswordPolicyCommand({
      MinimumPasswordLength: 128,
      MaxPasswordAge: 1095,
      PasswordReusePrevention: 24,
      HardExpiry: false,
    }),
    expect: { output: {} },
    afterwards: policy({
      ...weakest,
      MinimumPasswordLength: 128,
      ExpirePasswords: true,
      MaxPasswordAge: 1095,
      PasswordReusePrevention: 24,
      HardExpiry: false,
    }),
  },
  ...limits.map(([input, problem]) => ({
    name: `outside the limits: ${JSON.stringify(input)}`,
    call: new UpdateAccountPasswordPolicyCommand(input),
    expect: {
      code: 'ValidationError',
      status: 400,
      message: `1 validation error detected: ${problem}`,
    },
  })),
] satisfies Case[]
