import { ListPolicyTagsCommand, TagPolicyCommand, UntagPolicyCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { created, notFound, notOwn, ofAws, PolicyArn } from '../own-policy.ts'

export default [
  {
    name: 'a key, which is not that of another case, and one that is not there',
    given: [created, new TagPolicyCommand({ PolicyArn, Tags: ['a', 'A'].map(Key => ({ Key, Value: '' })) })],
    call: new UntagPolicyCommand({ PolicyArn, TagKeys: ['a', 'none'] }),
    expect: { output: {} },
    afterwards: {
      call: new ListPolicyTagsCommand({ PolicyArn }),
      output: { Tags: [{ Key: 'A', Value: '' }], IsTruncated: false },
    },
  },
  {
    name: 'a text that is no key',
    given: [created],
    call: new UntagPolicyCommand({ PolicyArn, TagKeys: ['NOWAY!'] }),
    expect: {
      code: 'ValidationError',
      status: 400,
      message:
        "1 validation error detected: Value at 'tagKeys' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 128, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+, Member must not be null]",
    },
  },
  {
    name: 'a policy that is not there',
    call: new UntagPolicyCommand({ PolicyArn, TagKeys: ['team'] }),
    expect: notFound,
  },
  {
    name: 'a policy of AWS’s',
    call: new UntagPolicyCommand({ PolicyArn: ofAws, TagKeys: ['team'] }),
    expect: notOwn,
  },
] satisfies Case[]
