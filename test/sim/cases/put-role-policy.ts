import { CreateRoleCommand, GetRolePolicyCommand, PutRolePolicyCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { trusting } from '../rows.ts'
import { malformed, ofLength } from '../policy-documents.ts'

export default [
  {
    name: 'a new policy',
    given: [new CreateRoleCommand({ RoleName: 'ada', AssumeRolePolicyDocument: trusting('*') })],
    call: new PutRolePolicyCommand({
      RoleName: 'ada',
      PolicyName: 'Buckets',
      PolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
      }),
    }),
    expect: { output: {} },
    afterwards: {
      call: new GetRolePolicyCommand({ RoleName: 'ada', PolicyName: 'Buckets' }),
      output: {
        RoleName: 'ada',
        PolicyName: 'Buckets',
        PolicyDocument:
          '%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A%22s3%3AListAllMyBuckets%22%2C%22Resource%22%3A%22%2A%22%7D%5D%7D',
      },
    },
  },
  {
    name: 'over one of the same name',
    given: [
      new CreateRoleCommand({ RoleName: 'ada', AssumeRolePolicyDocument: trusting('*') }),
      new PutRolePolicyCommand({
        RoleName: 'ada',
        PolicyName: 'Buckets',
        PolicyDocument:
          '{"Version":"2012-10-17","Statement":{"Effect":"Deny","NotAction":"iam:*","NotResource":"arn:aws:s3:::*"}}',
      }),
    ],
    call: new PutRolePolicyCommand({
      RoleName: 'ada',
      PolicyName: 'Buckets',
      PolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
      }),
    }),
    expect: { output: {} },
    afterwards: {
      call: new GetRolePolicyCommand({ RoleName: 'ada', PolicyName: 'Buckets' }),
      output: {
        RoleName: 'ada',
        PolicyName: 'Buckets',
        PolicyDocument:
          '%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A%22s3%3AListAllMyBuckets%22%2C%22Resource%22%3A%22%2A%22%7D%5D%7D',
      },
    },
  },
  {
    name: 'as large as may be, not counting white space',
    given: [new CreateRoleCommand({ RoleName: 'ada', AssumeRolePolicyDocument: trusting('*') })],
    call: new PutRolePolicyCommand({
      RoleName: 'ada',
      PolicyName: 'Buckets',
      PolicyDocument: ofLength(10240),
    }),
    expect: { output: {} },
  },
  {
    name: 'larger',
    given: [new CreateRoleCommand({ RoleName: 'ada', AssumeRolePolicyDocument: trusting('*') })],
    call: new PutRolePolicyCommand({
      RoleName: 'ada',
      PolicyName: 'Buckets',
      PolicyDocument: ofLength(10241),
    }),
    expect: {
      code: 'LimitExceeded',
      status: 409,
      message: 'Maximum policy size of 10240 bytes exceeded for role ada',
    },
  },
  {
    name: 'larger together with another',
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
    ],
    call: new PutRolePolicyCommand({
      RoleName: 'ada',
      PolicyName: 'Buckets',
      PolicyDocument: ofLength(10240),
    }),
    expect: {
      code: 'LimitExceeded',
      status: 409,
      message: 'Maximum policy size of 10240 bytes exceeded for role ada',
    },
  },
  {
    name: 'a name nobody has',
    call: new PutRolePolicyCommand({
      RoleName: 'ada',
      PolicyName: 'Buckets',
      PolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
      }),
    }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The role with name ada cannot be found.' },
  },
  ...malformed.map(({ name, document, message }) => ({
    name,
    given: [new CreateRoleCommand({ RoleName: 'ada', AssumeRolePolicyDocument: trusting('*') })],
    call: new PutRolePolicyCommand({ RoleName: 'ada', PolicyName: 'Buckets', PolicyDocument: document }),
    expect: { code: 'MalformedPolicyDocument', status: 400, message },
  })),
] satisfies Case[]
