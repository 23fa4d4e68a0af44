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
    name: 'by key, in pages',
    given: [
      created,
      new TagPolicyCommand({
        PolicyArn,
        Tags: [
          { Key: 'b', Value: '2' },
          { Key: 'a', Value: '1' },
        ],
      }),
    ],
    call: new ListPolicyTagsCommand({ PolicyArn, MaxItems: 1 }),
    expect: { output: { Tags: [{ Key: 'a', Value: '1' }], IsTruncated: true, Marker: '<Marker>' } },
  },
  {
    name: 'a policy that is not there',
    call: new ListPolicyTagsCommand({ PolicyArn }),
    expect: { code: 'NoSuchEntity', status: 404, message: `Policy ${PolicyArn} was not found.` },
  },
] satisfies Case[]
