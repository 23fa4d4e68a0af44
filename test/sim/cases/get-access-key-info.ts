import { CreateAccessKeyCommand, CreateUserCommand, UpdateAccessKeyCommand } from '@aws-sdk/client-iam'
import { GetAccessKeyInfoCommand } from '@aws-sdk/client-sts'
import type { Case } from '../case.ts'

const own = { output: { Account: '111122223333' } }

export default [
  {
    name: 'a key of a user, inactive too',
    given: [
      new CreateUserCommand({ UserName: 'ada' }),
      new CreateAccessKeyCommand({ UserName: 'ada' }),
      ([, { AccessKey }]) =>
        new UpdateAccessKeyCommand({
          UserName: 'ada',
          AccessKeyId: AccessKey.AccessKeyId,
          Status: 'Inactive',
        }),
    ],
    call: ([, { AccessKey }]) => new GetAccessKeyInfoCommand({ AccessKeyId: AccessKey.AccessKeyId }),
    expect: own,
  },
  {
    name: 'the key of temporary credentials',
    call: new GetAccessKeyInfoCommand({ AccessKeyId: 'ASIAIOSFODNN7EXAMPLE' }),
    expect: own,
  },
  {
    name: 'a key nobody has',
    call: new GetAccessKeyInfoCommand({ AccessKeyId: 'AKIAIOSFODNN7EXAMPLE' }),
    expect: { code: 'ValidationError', status: 400, message: 'Invalid AccessKeyId' },
  },
  {
    name: 'an id that is too short',
    call: new GetAccessKeyInfoCommand({ AccessKeyId: 'AKIA' }),
    expect: {
      code: 'ValidationError',
      status: 400,
      message:
        "1 validation error detected: Value 'AKIA' at 'accessKeyId' failed to satisfy constraint: Member must have length greater than or equal to 16",
    },
  },
] satisfies Case[]
