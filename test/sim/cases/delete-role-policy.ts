import {
  CreateRoleCommand,
  DeleteRolePolicyCommand,
  ListRolePoliciesCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { trusting } from '../rows.ts'

export default [
  {
    name: 'a policy',
    given: [
      new CreateRoleCommand({ RoleName: 'ada', AssumeRolePolicyDocument: trusting('*') }),
      new PutRolePolicyCommand({
        RoleName: 'ada',
        PolicyName: 'Buckets',
        PolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
        }),
      }),
      new PutRolePolicyCommand({
        RoleName: 'ada',
        PolicyName: 'Other',
        PolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
        }),
      }),
    ],
    call: new DeleteRolePolicyCommand({ RoleName: 'ada', PolicyName: 'Buckets' }),
    expect: { output: {} },
    afterwards: {
      call: new ListRolePoliciesCommand({ RoleName: 'ada' }),
      output: { PolicyNames: ['Other'], IsTruncated: false },
    },
  },
  {
    name: 'a policy that is not there',
    given: [new CreateRoleCommand({ RoleName: 'ada', AssumeRolePolicyDocument: trusting('*') })],
    call: new DeleteRolePolicyCommand({ RoleName: 'ada', PolicyName: 'Buckets' }),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: 'The role policy with name Buckets cannot be found.',
    },
  },
  {
    name: 'a name nobody has',
    call: new DeleteRolePolicyCommand({ RoleName: 'ada', PolicyName: 'Buckets' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The role with name ada cannot be found.' },
  },
] satisfies Case[]
