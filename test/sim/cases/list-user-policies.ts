import { CreateUserCommand, ListUserPoliciesCommand, PutUserPolicyCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

export default [
  {
    name: 'none',
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new ListUserPoliciesCommand({ UserName: 'ada' }),
    expect: { output: { PolicyNames: [], IsTruncated: false } },
  },
  {
    name: 'a page by name',
    given: [
      new CreateUserCommand({ UserName: 'ada' }),
      new PutUserPolicyCommand({
        UserName: 'ada',
        PolicyName: 'Other',
        PolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
        }),
      }),
      new PutUserPolicyCommand({
        UserName: 'ada',
        PolicyName: 'Buckets',
        PolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
        }),
      }),
    ],
    call: new ListUserPoliciesCommand({ UserName: 'ada', MaxItems: 1 }),
    expect: { output: { PolicyNames: ['Buckets'], IsTruncated: true, Marker: '<Marker>' } },
  },
  {
    name: 'a name nobody has',
    call: new ListUserPoliciesCommand({ UserName: 'ada' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The user with name ada cannot be found.' },
  },
] satisfies Case[]
