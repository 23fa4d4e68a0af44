import {
  CreateInstanceProfileCommand,
  ListInstanceProfileTagsCommand,
  TagInstanceProfileCommand,
  UntagInstanceProfileCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

const created = new CreateInstanceProfileCommand({ InstanceProfileName: 'Web', Path: '/team/' })

export default [
  {
    name: 'a key, which is not that of another case, and one that is not there',
    given: [
      created,
      new TagInstanceProfileCommand({
        InstanceProfileName: 'Web',
        Tags: ['a', 'A'].map(Key => ({ Key, Value: '' })),
      }),
    ],
    call: new UntagInstanceProfileCommand({ InstanceProfileName: 'Web', TagKeys: ['a', 'none'] }),
    expect: { output: {} },
    afterwards: {
      call: new ListInstanceProfileTagsCommand({ InstanceProfileName: 'Web' }),
      output: { Tags: [{ Key: 'A', Value: '' }], IsTruncated: false },
    },
  },
  {
    name: 'an instance profile that is not there',
    call: new UntagInstanceProfileCommand({ InstanceProfileName: 'Web', TagKeys: ['TEAM', 'none'] }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'Instance Profile Web cannot be found.' },
  },
] satisfies Case[]
