import { CreateGroupCommand, ListGroupPoliciesCommand, PutGroupPolicyCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

export default [
  {
    name: 'none',
    given: [new CreateGroupCommand({ GroupName: 'Admins' })],
    call: new ListGroupPoliciesCommand({ GroupName: 'Admins' }),
    expect: { output: { PolicyNames: [], IsTruncated: false } },
  },
  {
    name: 'a page by name',
    given: [
      new CreateGroupCommand({ GroupName: 'Admins' }),
      new PutGroupPolicyCommand({
        GroupName: 'Admins',
        PolicyName: 'Other',
        PolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
        }),
      }),
      new PutGroupPolicyCommand({
        GroupName: 'Admins',
        PolicyName: 'Buckets',
        PolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
        }),
      }),
    ],
    call: new ListGroupPoliciesCommand({ GroupName: 'Admins', MaxItems: 1 }),
    expect: { output: { PolicyNames: ['Buckets'], IsTruncated: true, Marker: '<Marker>' } },
  },
  {
    name: 'a name nobody has',
    call: new ListGroupPoliciesCommand({ GroupName: 'Admins' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The group with name Admins cannot be found.' },
  },
] satisfies Case[]
