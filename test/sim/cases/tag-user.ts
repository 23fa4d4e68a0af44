import { CreateUserCommand, ListUserTagsCommand, TagUserCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

const fifty = Array.from({ length: 50 }, (_, index) => ({ Key: `key-${index}`, Value: '' }))

export default [
  {
    name: 'a new tag, and a new value for one in another case',
    given: [new CreateUserCommand({ UserName: 'ada', Tags: [{ Key: 'Team', Value: 'Blue' }] })],
    call: new TagUserCommand({
      UserName: 'ada',
      Tags: [
        { Key: 'team', Value: 'Red' },
        { Key: 'Room', Value: '1' },
      ],
    }),
    expect: { output: {} },
    afterwards: {
      call: new ListUserTagsCommand({ UserName: 'ada' }),
      output: {
        Tags: [
          { Key: 'Room', Value: '1' },
          { Key: 'team', Value: 'Red' },
        ],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'more tags than a user may have',
    given: [new CreateUserCommand({ UserName: 'ada', Tags: fifty })],
    call: new TagUserCommand({ UserName: 'ada', Tags: [{ Key: 'one-more', Value: '' }] }),
    expect: {
      code: 'LimitExceeded',
      status: 409,
      message: 'The number of tags has reached the maximum limit.',
    },
  },
  {
    name: 'more tags than one call may have',
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new TagUserCommand({ UserName: 'ada', Tags: [...fifty, { Key: 'one-more', Value: '' }] }),
    expect: {
      code: 'ValidationError',
      status: 400,
      message:
        "1 validation error detected: Value at 'tags' failed to satisfy constraint: Member must have length less than or equal to 50",
    },
  },
  {
    name: 'the same tag twice',
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new TagUserCommand({
      UserName: 'ada',
      Tags: [
        { Key: 'a', Value: '1' },
        { Key: 'A', Value: '2' },
      ],
    }),
    expect: {
      code: 'InvalidInput',
      status: 400,
      message: 'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    },
  },
  {
    name: 'a name nobody has',
    call: new TagUserCommand({ UserName: 'ada', Tags: [] }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The user with name ada cannot be found.' },
  },
] satisfies Case[]
