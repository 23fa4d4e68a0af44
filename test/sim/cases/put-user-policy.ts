import { CreateUserCommand, GetUserPolicyCommand, PutUserPolicyCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { malformed, ofLength } from '../policy-documents.ts'

export default [
  {
    name: 'a new policy',
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new PutUserPolicyCommand({
      UserName: 'ada',
      PolicyName: 'Buckets',
      PolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
      }),
    }),
    expect: { output: {} },
    afterwards: {
      call: new GetUserPolicyCommand({ UserName: 'ada', PolicyName: 'Buckets' }),
      output: {
        UserName: 'ada',
        PolicyName: 'Buckets',
        PolicyDocument:
          '%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A%22s3%3AListAllMyBuckets%22%2C%22Resource%22%3A%22%2A%22%7D%5D%7D',
      },
    },
  },
  {
    name: 'over one of the same name',
    given: [
      new CreateUserCommand({ UserName: 'ada' }),
      new PutUserPolicyCommand({
        UserName: 'ada',
        PolicyName: 'Buckets',
        PolicyDocument:
          '{"Version":"2012-10-17","Statement":{"Effect":"Deny","NotAction":"iam:*","NotResource":"arn:aws:s3:::*"}}',
      }),
    ],
    call: new PutUserPolicyCommand({
      UserName: 'ada',
      PolicyName: 'Buckets',
      PolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
      }),
    }),
    expect: { output: {} },
    afterwards: {
      call: new GetUserPolicyCommand({ UserName: 'ada', PolicyName: 'Buckets' }),
      output: {
        UserName: 'ada',
        PolicyName: 'Buckets',
        PolicyDocument:
          '%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A%22s3%3AListAllMyBuckets%22%2C%22Resource%22%3A%22%2A%22%7D%5D%7D',
      },
    },
  },
  {
    name: 'as large as may be, not counting white space',
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new PutUserPolicyCommand({
      UserName: 'ada',
      PolicyName: 'Buckets',
      PolicyDocument: ofLength(2048),
    }),
    expect: { output: {} },
  },
  {
    name: 'larger',
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new PutUserPolicyCommand({
      UserName: 'ada',
      PolicyName: 'Buckets',
      PolicyDocument: ofLength(2049),
    }),
    expect: {
      code: 'LimitExceeded',
      status: 409,
      message: 'Maximum policy size of 2048 bytes exceeded for user ada',
    },
  },
  {
    name: 'larger together with another',
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
    ],
    call: new PutUserPolicyCommand({
      UserName: 'ada',
      PolicyName: 'Buckets',
      PolicyDocument: ofLength(2048),
    }),
    expect: {
      code: 'LimitExceeded',
      status: 409,
      message: 'Maximum policy size of 2048 bytes exceeded for user ada',
    },
  },
  {
    name: 'a name nobody has',
    call: new PutUserPolicyCommand({
      UserName: 'ada',
      PolicyName: 'Buckets',
      PolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
      }),
    }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The user with name ada cannot be found.' },
  },
  ...malformed.map(({ name, document, message }) => ({
    name,
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new PutUserPolicyCommand({ UserName: 'ada', PolicyName: 'Buckets', PolicyDocument: document }),
    expect: { code: 'MalformedPolicyDocument', status: 400, message },
  })),
] satisfies Case[]
