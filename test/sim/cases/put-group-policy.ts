import { CreateGroupCommand, GetGroupPolicyCommand, PutGroupPolicyCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { malformed, ofLength } from '../policy-documents.ts'

export default [
  {
    name: 'a new policy',
    given: [new CreateGroupCommand({ GroupName: 'Admins' })],
    call: new PutGroupPolicyCommand({
      GroupName: 'Admins',
      PolicyName: 'Buckets',
      PolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
      }),
    }),
    expect: { output: {} },
    afterwards: {
      call: new GetGroupPolicyCommand({ GroupName: 'Admins', PolicyName: 'Buckets' }),
      output: {
        GroupName: 'Admins',
        PolicyName: 'Buckets',
        PolicyDocument:
          '%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A%22s3%3AListAllMyBuckets%22%2C%22Resource%22%3A%22%2A%22%7D%5D%7D',
      },
    },
  },
  {
    name: 'over one of the same name',
    given: [
      new CreateGroupCommand({ GroupName: 'Admins' }),
      new PutGroupPolicyCommand({
        GroupName: 'Admins',
        PolicyName: 'Buckets',
        PolicyDocument:
          '{"Version":"2012-10-17","Statement":{"Effect":"Deny","NotAction":"iam:*","NotResource":"arn:aws:s3:::*"}}',
      }),
    ],
    call: new PutGroupPolicyCommand({
      GroupName: 'Admins',
      PolicyName: 'Buckets',
      PolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
      }),
    }),
    expect: { output: {} },
    afterwards: {
      call: new GetGroupPolicyCommand({ GroupName: 'Admins', PolicyName: 'Buckets' }),
      output: {
        GroupName: 'Admins',
        PolicyName: 'Buckets',
        PolicyDocument:
          '%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A%22s3%3AListAllMyBuckets%22%2C%22Resource%22%3A%22%2A%22%7D%5D%7D',
      },
    },
  },
  {
    name: 'as large as may be, not counting white space',
    given: [new CreateGroupCommand({ GroupName: 'Admins' })],
    call: new PutGroupPolicyCommand({
      GroupName: 'Admins',
      PolicyName: 'Buckets',
      PolicyDocument: ofLength(5120),
    }),
    expect: { output: {} },
  },
  {
    name: 'larger',
    given: [new CreateGroupCommand({ GroupName: 'Admins' })],
    call: new PutGroupPolicyCommand({
      GroupName: 'Admins',
      PolicyName: 'Buckets',
      PolicyDocument: ofLength(5121),
    }),
    expect: {
      code: 'LimitExceeded',
      status: 409,
      message: 'Maximum policy size of 5120 bytes exceeded for group Admins',
    },
  },
  {
    name: 'larger together with another',
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
    ],
    call: new PutGroupPolicyCommand({
      GroupName: 'Admins',
      PolicyName: 'Buckets',
      PolicyDocument: ofLength(5120),
    }),
    expect: {
      code: 'LimitExceeded',
      status: 409,
      message: 'Maximum policy size of 5120 bytes exceeded for group Admins',
    },
  },
  {
    name: 'a name nobody has',
    call: new PutGroupPolicyCommand({
      GroupName: 'Admins',
      PolicyName: 'Buckets',
      PolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
      }),
    }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The group with name Admins cannot be found.' },
  },
  ...malformed.map(({ name, document, message }) => ({
    name,
    given: [new CreateGroupCommand({ GroupName: 'Admins' })],
    call: new PutGroupPolicyCommand({ GroupName: 'Admins', PolicyName: 'Buckets', PolicyDocument: document }),
    expect: { code: 'MalformedPolicyDocument', status: 400, message },
  })),
] satisfies Case[]
