import { CreateAccessKeyCommand, CreateUserCommand, ListAccessKeysCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { admin } from '../admin.ts'

export default [
  {
    name: 'no keys',
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new ListAccessKeysCommand({ UserName: 'ada' }),
    expect: { output: { AccessKeyMetadata: [], IsTruncated: false } },
  },
  {
    name: "root's own are not the users'",
    given: [new CreateUserCommand({ UserName: 'ada' }), new CreateAccessKeyCommand({ UserName: 'ada' })],
    call: new ListAccessKeysCommand({}),
    expect: { output: { AccessKeyMetadata: [], IsTruncated: false } },
  },
  {
    name: 'the user who calls',
    rows: admin,
    as: 'grace',
    call: new ListAccessKeysCommand({}),
    expect: { output: { AccessKeyMetadata: [], IsTruncated: false } },
  },
  {
    name: 'a page of one',
    given: [
      new CreateUserCommand({ UserName: 'ada' }),
      new CreateAccessKeyCommand({ UserName: 'ada' }),
      new CreateAccessKeyCommand({ UserName: 'ada' }),
    ],
    call: new ListAccessKeysCommand({ UserName: 'ada', MaxItems: 1 }),
    expect: {
      output: {
        AccessKeyMetadata: [
          { UserName: 'ada', AccessKeyId: '<AccessKeyId>', Status: 'Active', CreateDate: '<now>' },
        ],
        IsTruncated: true,
        Marker: '<Marker>',
      },
    },
  },
  {
    name: 'a name nobody has',
    call: new ListAccessKeysCommand({ UserName: 'ada' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The user with name ada cannot be found.' },
  },
] satisfies Case[]
