import {
  CreateInstanceProfileCommand,
  ListInstanceProfileTagsCommand,
  TagInstanceProfileCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

const created = new CreateInstanceProfileCommand({ InstanceProfileName: 'Web', Path: '/team/' })

export default [
  {
    name: 'a tag, and another value of it',
    given: [
      created,
      new TagInstanceProfileCommand({ InstanceProfileName: 'Web', Tags: [{ Key: 'team', Value: 'blue' }] }),
    ],
    call: new TagInstanceProfileCommand({
      InstanceProfileName: 'Web',
      Tags: [{ Key: 'Team', Value: 'red' }],
    }),
    expect: { output: {} },
    afterwards: {
      call: new ListInstanceProfileTagsCommand({ InstanceProfileName: 'Web' }),
      output: { Tags: [{ Key: 'Team', Value: 'red' }], IsTruncated: false },
    },
  },
  {
    name: 'the same key twice',
    given: [created],
    call: new TagInstanceProfileCommand({
      InstanceProfileName: 'Web',
      Tags: [
        { Key: 'team', Value: 'blue' },
        { Key: 'Team', Value: 'red' },
      ],
    }),
    expect: {
      code: 'InvalidInput',
      status: 400,
      message: 'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
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
