import { ListPolicyTagsCommand, TagPolicyCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { created, notFound, notOwn, ofAws, PolicyArn } from '../own-policy.ts'

const tag = (...Keys: string[]) =>
  new TagPolicyCommand({ PolicyArn, Tags: Keys.map((Key, index) => ({ Key, Value: String(index) })) })
const fifty = Array.from({ length: 50 }, (_, index) => `key-${index}`)

export default [
  {
    name: 'another value of a tag, and the same key in another case',
    given: [created, tag('old', 'team')],
    call: tag('team', 'Team'),
    expect: { output: {} },
    afterwards: {
      call: new ListPolicyTagsCommand({ PolicyArn }),
      output: {
        Tags: [
          { Key: 'old', Value: '0' },
          { Key: 'Team', Value: '1' },
          { Key: 'team', Value: '0' },
        ],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'the same key twice',
    given: [created],
    call: tag('team', 'team'),
    expect: { code: 'InvalidInput', status: 400, message: 'Duplicate tag keys found.' },
  },
  {
    name: 'more tags than a policy may have',
    given: [created, tag(...fifty)],
    call: tag('one-more'),
    expect: {
      code: 'LimitExceeded',
      status: 409,
      message: 'The number of tags has reached the maximum limit.',
    },
  },
  { name: 'a policy that is not there', call: tag('team'), expect: notFound },
  {
    name: 'a policy of AWS’s',
    call: new TagPolicyCommand({ PolicyArn: ofAws, Tags: [{ Key: 'team', Value: 'blue' }] }),
    expect: notOwn,
  },
] satisfies Case[]
