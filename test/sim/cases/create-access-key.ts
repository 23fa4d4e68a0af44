import { CreateAccessKeyCommand, CreateUserCommand, ListAccessKeysCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { admin } from '../admin.ts'

export default [
  {
    name: 'the one time the secret is shown',
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new CreateAccessKeyCommand({ UserName: 'ada' }),
    expect: {
      output: {
        AccessKey: {
          UserName: 'ada',
          AccessKeyId: '<AccessKeyId>',
          Status: 'Active',
          SecretAccessKey: '<SecretAccessKey>',
          CreateDate: '<now>',
        },
      },
    },
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
    name: 'root without a name makes a root key',
    call: new CreateAccessKeyCommand({}),
    expect: {
      output: {
        AccessKey: {
          AccessKeyId: '<AccessKeyId>',
          Status: 'Active',
          SecretAccessKey: '<SecretAccessKey>',
          CreateDate: '<now>',
        },
      },
    },
    afterwards: {
      call: new ListAccessKeysCommand({}),
      output: {
        AccessKeyMetadata: [{ AccessKeyId: '<AccessKeyId>', Status: 'Active', CreateDate: '<now>' }],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'a user without a name makes a key of its own',
    rows: admin,
    as: 'grace',
    call: new CreateAccessKeyCommand({}),
    expect: {
      output: {
        AccessKey: {
          UserName: 'grace',
          AccessKeyId: '<AccessKeyId>',
          Status: 'Active',
          SecretAccessKey: '<SecretAccessKey>',
          CreateDate: '<now>',
        },
      },
    },
  },
  {
    name: 'a third key',
    given: [
      new CreateUserCommand({ UserName: 'ada' }),
      new CreateAccessKeyCommand({ UserName: 'ada' }),
      new CreateAccessKeyCommand({ UserName: 'ada' }),
    ],
    call: new CreateAccessKeyCommand({ UserName: 'ada' }),
    expect: { code: 'LimitExceeded', status: 409, message: 'Cannot exceed quota for AccessKeysPerUser: 2' },
  },
  {
    name: "root's third key",
    given: [new CreateAccessKeyCommand({}), new CreateAccessKeyCommand({})],
    call: new CreateAccessKeyCommand({}),
    expect: { code: 'LimitExceeded', status: 409, message: 'Cannot exceed quota for AccessKeysPerUser: 2' },
  },
  {
    name: 'a name nobody has',
    call: new CreateAccessKeyCommand({ UserName: 'ada' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The user with name ada cannot be found.' },
  },
] satisfies Case[]
