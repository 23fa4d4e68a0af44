import {
  CreateInstanceProfileCommand,
  ListInstanceProfileTagsCommand,
  TagInstanceProfileCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

const created = new CreateInstanceProfileCommand({ InstanceProfileName: 'Web', Path: '/team/' })

export default [
  {
    name: 'by key, in pages',
    given: [
      created,
      new TagInstanceProfileCommand({
        InstanceProfileName: 'Web',
        Tags: [
          { Key: 'b', Value: '2' },
          { Key: 'a', Value: '1' },
        ],
      }),
    ],
    call: new ListInstanceProfileTagsCommand({ InstanceProfileName: 'Web', MaxItems: 1 }),
    expect: { output: { Tags: [{ Key: 'a', Value: '1' }], IsTruncated: true, Marker: '<Marker>' } },
  },
  {
    name: 'an instance profile that is not there',
    call: new ListInstanceProfileTagsCommand({ InstanceProfileName: 'Web' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'Instance Profile Web cannot be found.' },
  },
] satisfies Case[]
