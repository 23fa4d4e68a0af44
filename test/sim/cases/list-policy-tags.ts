import { ListPolicyTagsCommand, TagPolicyCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { created, notFound, ofAws, PolicyArn } from '../own-policy.ts'

const tagged = new TagPolicyCommand({
  PolicyArn,
  Tags: ['abc', 'b', 'z', 'a'].map(Key => ({ Key, Value: '' })),
})
const two = new ListPolicyTagsCommand({ PolicyArn, MaxItems: 2 })

export default [
  {
    name: 'the shortest first, then by key',
    given: [created, tagged],
    call: new ListPolicyTagsCommand({ PolicyArn }),
    expect: {
      output: { Tags: ['a', 'b', 'z', 'abc'].map(Key => ({ Key, Value: '' })), IsTruncated: false },
    },
  },
  {
    name: 'a page of two',
    given: [created, tagged],
    call: two,
    expect: {
      output: { Tags: ['a', 'b'].map(Key => ({ Key, Value: '' })), IsTruncated: true, Marker: '<Marker>' },
    },
  },
  {
    name: 'the page after it',
    given: [created, tagged, two],
    call: outputs => new ListPolicyTagsCommand({ PolicyArn, Marker: outputs.at(-1).Marker }),
    expect: { output: { Tags: ['z', 'abc'].map(Key => ({ Key, Value: '' })), IsTruncated: false } },
  },
  {
    name: 'a policy of AWS’s has none',
    call: new ListPolicyTagsCommand({ PolicyArn: ofAws }),
    expect: { output: { Tags: [], IsTruncated: false } },
  },
  {
    name: 'a policy that is not there',
    call: new ListPolicyTagsCommand({ PolicyArn }),
    expect: notFound,
  },
] satisfies Case[]
