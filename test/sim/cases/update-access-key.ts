import {
  CreateAccessKeyCommand,
  CreateUserCommand,
  ListAccessKeysCommand,
  UpdateAccessKeyCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

export default [
  {
    name: 'off',
    given: [new CreateUserCommand({ UserName: 'ada' }), new CreateAccessKeyCommand({ UserName: 'ada' })],
    call: outputs =>
      new UpdateAccessKeyCommand({
        UserName: 'ada',
        AccessKeyId: outputs.at(-1).AccessKey.AccessKeyId,
        Status: 'Inactive',
      }),
    expect: { output: {} },
    afterwards: {
      call: new ListAccessKeysCommand({ UserName: 'ada' }),
      output: {
        AccessKeyMetadata: [
          { UserName: 'ada', AccessKeyId: '<AccessKeyId>', Status: 'Inactive', CreateDate: '<now>' },
        ],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'off and on again',
    given: [
      new CreateUserCommand({ UserName: 'ada' }),
      new CreateAccessKeyCommand({ UserName: 'ada' }),
      outputs =>
        new UpdateAccessKeyCommand({
          UserName: 'ada',
          AccessKeyId: outputs[1].AccessKey.AccessKeyId,
          Status: 'Inactive',
        }),
    ],
    call: outputs =>
      new UpdateAccessKeyCommand({
        UserName: 'ada',
        AccessKeyId: outputs[1].AccessKey.AccessKeyId,
        Status: 'Active',
      }),
    expect: { output: {} },
    afterwards: {
      call: new ListAccessKeysCommand({ UserName: 'ada' }),
      output: {
        AccessKeyMetadata: [
          { UserName: 'ada', AccessKeyId: '<AccessKeyId>', Status: 'Active', CreateDate: '<now>' },
        ],
        IsTruncated: false,
      },
    },
  },
  {
    name: "root's own",
    given: [new CreateAccessKeyCommand({})],
    call: outputs =>
      new UpdateAccessKeyCommand({ AccessKeyId: outputs.at(-1).AccessKey.AccessKeyId, Status: 'Inactive' }),
    expect: { output: {} },
    afterwards: {
      call: new ListAccessKeysCommand({}),
      output: {
        AccessKeyMetadata: [{ AccessKeyId: '<AccessKeyId>', Status: 'Inactive', CreateDate: '<now>' }],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'a status that AWS alone sets',
    given: [new CreateUserCommand({ UserName: 'ada' }), new CreateAccessKeyCommand({ UserName: 'ada' })],
    call: outputs =>
      new UpdateAccessKeyCommand({
        UserName: 'ada',
        AccessKeyId: outputs.at(-1).AccessKey.AccessKeyId,
        Status: 'Expired',
      }),
    expect: {
      code: 'ValidationError',
      status: 400,
      message:
        "1 validation error detected: Value at 'status' failed to satisfy constraint: Member must satisfy enum value set: [Active, Inactive]",
    },
  },
  {
    name: 'a key nobody has',
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new UpdateAccessKeyCommand({
      UserName: 'ada',
      AccessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      Status: 'Inactive',
    }),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: 'The Access Key with id AKIAIOSFODNN7EXAMPLE cannot be found.',
    },
  },
  {
    name: 'a name nobody has',
    call: new UpdateAccessKeyCommand({
      UserName: 'ada',
      AccessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      Status: 'Inactive',
    }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The user with name ada cannot be found.' },
  },
] satisfies Case[]
