import {
  CreateUserCommand,
  DeleteUserPolicyCommand,
  ListUserPoliciesCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

export default [
  {
    name: 'a policy',
    given: [
      new CreateUserCommand({ UserName: 'ada' }),
      new PutUserPolicyCommand({
        UserName: 'ada',
        PolicyName: 'Buckets',
        PolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
        }),
      }),
      new PutUserPolicyCommand({
        UserName: 'ada',
        PolicyName: 'Other',
        PolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
        }),
      }),
    ],
    call: new DeleteUserPolicyCommand({ UserName: 'ada', PolicyName: 'Buckets' }),
    expect: { output: {} },
    afterwards: {
      call: new ListUserPoliciesCommand({ UserName: 'ada' }),
      output: { PolicyNames: ['Other'], IsTruncated: false },
    },
  },
  {
    name: 'a policy that is not there',
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new DeleteUserPolicyCommand({ UserName: 'ada', PolicyName: 'Buckets' }),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: 'The user policy with name Buckets cannot be found.',
    },
  },
  {
    name: 'a name nobody has',
    call: new DeleteUserPolicyCommand({ UserName: 'ada', PolicyName: 'Buckets' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The user with name ada cannot be found.' },
  },
] satisfies Case[]
