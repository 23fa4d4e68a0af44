import {
  CreateAccessKeyCommand,
  CreateUserCommand,
  DeleteAccessKeyCommand,
  ListAccessKeysCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

export default [
  {
    name: "a user's key",
    given: [new CreateUserCommand({ UserName: 'ada' }), new CreateAccessKeyCommand({ UserName: 'ada' })],
    call: outputs =>
      new DeleteAccessKeyCommand({ UserName: 'ada', AccessKeyId: outputs[1].AccessKey.AccessKeyId }),
    expect: { output: {} },
    afterwards: {
      call: new ListAccessKeysCommand({ UserName: 'ada' }),
      output: { AccessKeyMetadata: [], IsTruncated: false },
    },
  },
  {
    name: "root's key",
    given: [new CreateAccessKeyCommand({})],
    call: outputs => new DeleteAccessKeyCommand({ AccessKeyId: outputs[0].AccessKey.AccessKeyId }),
    expect: { output: {} },
    afterwards: {
      call: new ListAccessKeysCommand({}),
      output: { AccessKeyMetadata: [], IsTruncated: false },
    },
  },
  {
    name: "another's key",
    rows: ({ accessKeys }) =>
      accessKeys.put('AKIAIOSFODNN7EXAMPLE', {
        id: 'AKIAIOSFODNN7EXAMPLE',
        secret: '',
        owner: { type: 'root' },
        status: 'Active',
        createdAt: '2026-01-01T00:00:00Z',
      }),
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new DeleteAccessKeyCommand({ UserName: 'ada', AccessKeyId: 'AKIAIOSFODNN7EXAMPLE' }),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: 'The Access Key with id AKIAIOSFODNN7EXAMPLE cannot be found.',
    },
  },
  {
    name: 'a key nobody has',
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new DeleteAccessKeyCommand({ UserName: 'ada', AccessKeyId: 'AKIAIOSFODNN7EXAMPLE' }),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: 'The Access Key with id AKIAIOSFODNN7EXAMPLE cannot be found.',
    },
  },
] satisfies Case[]
