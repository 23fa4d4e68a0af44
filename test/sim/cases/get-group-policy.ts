import { CreateGroupCommand, GetGroupPolicyCommand, PutGroupPolicyCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

export default [
  {
    name: 'the document as it was sent, encoded',
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
    ],
    call: new GetGroupPolicyCommand({ GroupName: 'Admins', PolicyName: 'Buckets' }),
    expect: {
      output: {
        GroupName: 'Admins',
        PolicyName: 'Buckets',
        PolicyDocument:
          '%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A%22s3%3AListAllMyBuckets%22%2C%22Resource%22%3A%22%2A%22%7D%5D%7D',
      },
    },
  },
  {
    name: 'a policy that is not there',
    given: [new CreateGroupCommand({ GroupName: 'Admins' })],
    call: new GetGroupPolicyCommand({ GroupName: 'Admins', PolicyName: 'Buckets' }),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: 'The group policy with name Buckets cannot be found.',
    },
  },
  {
    name: 'a policy named as every object has one',
    given: [new CreateGroupCommand({ GroupName: 'Admins' })],
    call: new GetGroupPolicyCommand({ GroupName: 'Admins', PolicyName: 'toString' }),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: 'The group policy with name toString cannot be found.',
    },
  },
  {
    name: 'a name nobody has',
    call: new GetGroupPolicyCommand({ GroupName: 'Admins', PolicyName: 'Buckets' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The group with name Admins cannot be found.' },
  },
] satisfies Case[]
