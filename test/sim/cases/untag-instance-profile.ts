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
    name: 'a key in another case, and one that is not there',
    given: [
      created,
      new TagInstanceProfileCommand({ InstanceProfileName: 'Web', Tags: [{ Key: 'team', Value: 'blue' }] }),
    ],
    call: new UntagInstanceProfileCommand({ InstanceProfileName: 'Web', TagKeys: ['TEAM', 'none'] }),
    expect: { output: {} },
    afterwards: {
      call: new ListInstanceProfileTagsCommand({ InstanceProfileName: 'Web' }),
      output: { Tags: [], IsTruncated: false },
    },
  },
  {
    name: 'an instance profile that is not there',
    call: new UntagInstanceProfileCommand({ InstanceProfileName: 'Web', TagKeys: ['TEAM', 'none'] }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'Instance Profile Web cannot be found.' },
  },
] satisfies Case[]
