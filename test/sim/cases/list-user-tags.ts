import { CreateUserCommand, ListUserTagsCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

const tagged = new CreateUserCommand({
  UserName: 'ada',
  Tags: [
    { Key: 'Team', Value: 'Blue' },
    { Key: 'Room', Value: '1' },
  ],
})

export default [
  {
    name: 'no tags',
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new ListUserTagsCommand({ UserName: 'ada' }),
    expect: { output: { Tags: [], IsTruncated: false } },
  },
  {
    name: 'a page of tags, by key',
    given: [tagged],
    call: new ListUserTagsCommand({ UserName: 'ada', MaxItems: 1 }),
    expect: { output: { Tags: [{ Key: 'Room', Value: '1' }], IsTruncated: true, Marker: '<Marker>' } },
  },
  {
    name: 'the next page of tags',
    given: [tagged, new ListUserTagsCommand({ UserName: 'ada', MaxItems: 1 })],
    call: outputs => new ListUserTagsCommand({ UserName: 'ada', Marker: outputs[1].Marker }),
    expect: { output: { Tags: [{ Key: 'Team', Value: 'Blue' }], IsTruncated: false } },
  },
  {
    name: 'a name nobody has',
    call: new ListUserTagsCommand({ UserName: 'ada' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The user with name ada cannot be found.' },
  },
] satisfies Case[]
