import { CreatePolicyCommand, ListPolicyTagsCommand, TagPolicyCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

const PolicyArn = 'arn:aws:iam::111122223333:policy/team/Deploy'
const document = (Action: string) =>
  JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action, Resource: '*' } })
const created = new CreatePolicyCommand({
  PolicyName: 'Deploy',
  Path: '/team/',
  PolicyDocument: document('s3:*'),
})

export default [
  {
    name: 'a tag, and another value of it',
    given: [created, new TagPolicyCommand({ PolicyArn, Tags: [{ Key: 'team', Value: 'blue' }] })],
    call: new TagPolicyCommand({ PolicyArn, Tags: [{ Key: 'Team', Value: 'red' }] }),
    expect: { output: {} },
    afterwards: {
      call: new ListPolicyTagsCommand({ PolicyArn }),
      output: { Tags: [{ Key: 'Team', Value: 'red' }], IsTruncated: false },
    },
  },
  {
    name: 'the same key twice',
    given: [created],
    call: new TagPolicyCommand({
      PolicyArn,
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
    name: 'a policy that is not there',
    call: new TagPolicyCommand({ PolicyArn, Tags: [{ Key: 'team', Value: 'blue' }] }),
    expect: { code: 'NoSuchEntity', status: 404, message: `Policy ${PolicyArn} was not found.` },
  },
] satisfies Case[]
