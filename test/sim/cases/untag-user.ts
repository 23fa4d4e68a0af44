import { CreateUserCommand, ListUserTagsCommand, UntagUserCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

export default [
  {
    name: 'tags that are there, whatever their case, and one that is not',
    given: [
      new CreateUserCommand({
        UserName: 'ada',
        Tags: [
          { Key: 'Team', Value: 'Blue' },
          { Key: 'Room', Value: '1' },
        ],
      }),
    ],
    call: new UntagUserCommand({ UserName: 'ada', TagKeys: ['TEAM', 'Nothing'] }),
    expect: { output: {} },
    afterwards: {
      call: new ListUserTagsCommand({ UserName: 'ada' }),
      output: { Tags: [{ Key: 'Room', Value: '1' }], IsTruncated: false },
    },
  },
  {
    name: 'a name nobody has',
    call: new UntagUserCommand({ UserName: 'ada', TagKeys: ['a'] }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The user with name ada cannot be found.' },
  },
] satisfies Case[]
