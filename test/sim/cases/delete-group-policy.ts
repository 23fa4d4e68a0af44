import {
  CreateGroupCommand,
  DeleteGroupPolicyCommand,
  ListGroupPoliciesCommand,
  PutGroupPolicyCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

export default [
  {
    name: 'a policy',
    given: [
      new CreateGroupCommand({ GroupName: 'Admins' }),
      new PutGroupPolicyCommand({
        GroupName: 'Admins',
        PolicyName: 'Buckets',
        PolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
        }),
      }),
      new PutGroupPolicyCommand({
        GroupName: 'Admins',
        PolicyName: 'Other',
        PolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
        }),
      }),
    ],
    call: new DeleteGroupPolicyCommand({ GroupName: 'Admins', PolicyName: 'Buckets' }),
    expect: { output: {} },
    afterwards: {
      call: new ListGroupPoliciesCommand({ GroupName: 'Admins' }),
      output: { PolicyNames: ['Other'], IsTruncated: false },
    },
  },
  {
    name: 'a policy that is not there',
    given: [new CreateGroupCommand({ GroupName: 'Admins' })],
    call: new DeleteGroupPolicyCommand({ GroupName: 'Admins', PolicyName: 'Buckets' }),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: 'The group policy with name Buckets cannot be found.',
    },
  },
  {
    name: 'a name nobody has',
    call: new DeleteGroupPolicyCommand({ GroupName: 'Admins', PolicyName: 'Buckets' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The group with name Admins cannot be found.' },
  },
] satisfies Case[]
