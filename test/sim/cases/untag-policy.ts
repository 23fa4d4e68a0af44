import {
  CreatePolicyCommand,
  ListPolicyTagsCommand,
  TagPolicyCommand,
  UntagPolicyCommand,
} from '@aws-sdk/client-iam'
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
    name: 'a key in another case, and one that is not there',
    given: [created, new TagPolicyCommand({ PolicyArn, Tags: [{ Key: 'team', Value: 'blue' }] })],
    call: new UntagPolicyCommand({ PolicyArn, TagKeys: ['TEAM', 'none'] }),
    expect: { output: {} },
    afterwards: { call: new ListPolicyTagsCommand({ PolicyArn }), output: { Tags: [], IsTruncated: false } },
  },
  {
    name: 'a policy that is not there',
    call: new UntagPolicyCommand({ PolicyArn, TagKeys: ['TEAM', 'none'] }),
    expect: { code: 'NoSuchEntity', status: 404, message: `Policy ${PolicyArn} was not found.` },
  },
] satisfies Case[]
