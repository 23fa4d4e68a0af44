import {
  CreateInstanceProfileCommand,
  ListInstanceProfileTagsCommand,
  TagInstanceProfileCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

const created = new CreateInstanceProfileCommand({ InstanceProfileName: 'Web', Path: '/team/' })

export default [
  {
    name: 'another value of a tag, and the same key in another case',
    given: [
      created,
      new TagInstanceProfileCommand({ InstanceProfileName: 'Web', Tags: [{ Key: 'team', Value: 'blue' }] }),
    ],
    call: new TagInstanceProfileCommand({
      InstanceProfileName: 'Web',
      Tags: ['team', 'Team'].map(Key => ({ Key, Value: 'red' })),
    }),
    expect: { output: {} },
    afterwards: {
      call: new ListInstanceProfileTagsCommand({ InstanceProfileName: 'Web' }),
      output: { Tags: ['Team', 'team'].map(Key => ({ Key, Value: 'red' })), IsTruncated: false },
    },
  },
  {
    name: 'the same key twice',
    given: [created],
    call: new TagInstanceProfileCommand({
      InstanceProfileName: 'Web',
      Tags: [
        { Key: 'team', Value: 'blue' },
        { Key: 'team', Value: 'red' },
      ],
    }),
    expect: {
      code: 'InvalidInput',
      status: 400,
      message: 'Duplicate tag keys found.',
    },
  },
  {
    name: 'an instance profile that is not there',
    call: new TagInstanceProfileCommand({
      InstanceProfileName: 'Web',
      Tags: [{ Key: 'team', Value: 'blue' }],
    }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'Instance Profile Web cannot be found.' },
  },
] satisfies Case[]
