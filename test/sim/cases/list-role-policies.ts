import { CreateRoleCommand, ListRolePoliciesCommand, PutRolePolicyCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { trusting } from '../rows.ts'

export default [
  {
    name: 'none',
    given: [new CreateRoleCommand({ RoleName: 'ada', AssumeRolePolicyDocument: trusting('*') })],
    call: new ListRolePoliciesCommand({ RoleName: 'ada' }),
    expect: { output: { PolicyNames: [], IsTruncated: false } },
  },
  {
    name: 'a page by name',
    given: [
      new CreateRoleCommand({ RoleName: 'ada', AssumeRolePolicyDocument: trusting('*') }),
      new PutRolePolicyCommand({
        RoleName: 'ada',
        PolicyName: 'Other',
        PolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
        }),
      }),
      new PutRolePolicyCommand({
        RoleName: 'ada',
        PolicyName: 'Buckets',
        PolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
        }),
      }),
    ],
    call: new ListRolePoliciesCommand({ RoleName: 'ada', MaxItems: 1 }),
    expect: { output: { PolicyNames: ['Buckets'], IsTruncated: true, Marker: '<Marker>' } },
  },
  {
    name: 'a name nobody has',
    call: new ListRolePoliciesCommand({ RoleName: 'ada' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The role with name ada cannot be found.' },
  },
] satisfies Case[]
