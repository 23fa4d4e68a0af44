import { CreateRoleCommand, GetRolePolicyCommand, PutRolePolicyCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { trusting } from '../rows.ts'

export default [
  {
    name: 'the document as it was sent, encoded',
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
    ],
    call: new GetRolePolicyCommand({ RoleName: 'ada', PolicyName: 'Buckets' }),
    expect: {
      output: {
        RoleName: 'ada',
        PolicyName: 'Buckets',
        PolicyDocument:
          '%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A%22s3%3AListAllMyBuckets%22%2C%22Resource%22%3A%22%2A%22%7D%5D%7D',
      },
    },
  },
  {
    name: 'a policy that is not there',
    given: [new CreateRoleCommand({ RoleName: 'ada', AssumeRolePolicyDocument: trusting('*') })],
    call: new GetRolePolicyCommand({ RoleName: 'ada', PolicyName: 'Buckets' }),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: 'The role policy with name Buckets cannot be found.',
    },
  },
  {
    name: 'a policy named as every object has one',
    given: [new CreateRoleCommand({ RoleName: 'ada', AssumeRolePolicyDocument: trusting('*') })],
    call: new GetRolePolicyCommand({ RoleName: 'ada', PolicyName: 'toString' }),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: 'The role policy with name toString cannot be found.',
    },
  },
  {
    name: 'a name nobody has',
    call: new GetRolePolicyCommand({ RoleName: 'ada', PolicyName: 'Buckets' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The role with name ada cannot be found.' },
  },
] satisfies Case[]
