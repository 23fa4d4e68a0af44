import { CreatePolicyCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { policyNamed } from '../rows.ts'

const PolicyArn = 'arn:aws:iam::111122223333:policy/team/Deploy'
const document = (Action: string) =>
  JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action, Resource: '*' } })
const created = new CreatePolicyCommand({
  PolicyName: 'Deploy',
  Path: '/team/',
  PolicyDocument: document('s3:*'),
})

export default [
  {
    name: 'a policy with everything',
    call: new CreatePolicyCommand({
      PolicyName: 'Deploy',
      Path: '/team/',
      PolicyDocument: document('s3:*'),
      Description: 'What deploying takes.',
      Tags: [{ Key: 'team', Value: 'blue' }],
    }),
    expect: {
      output: {
        Policy: {
          PolicyName: 'Deploy',
          PolicyId: '<PolicyId>',
          Arn: PolicyArn,
          Path: '/team/',
          DefaultVersionId: 'v1',
          AttachmentCount: 0,
          PermissionsBoundaryUsageCount: 0,
          IsAttachable: true,
          CreateDate: '<now>',
          UpdateDate: '<now>',
          Tags: [{ Key: 'team', Value: 'blue' }],
        },
      },
    },
  },
  {
    name: 'a name that is taken, in another case and on another path',
    given: [created],
    call: new CreatePolicyCommand({ PolicyName: 'DEPLOY', PolicyDocument: document('s3:*') }),
    expect: {
      code: 'EntityAlreadyExists',
      status: 409,
      message: 'A policy called DEPLOY already exists. Duplicate names are not allowed.',
    },
  },
  {
    name: '6,144 characters, white space not counted',
    call: new CreatePolicyCommand({
      PolicyName: 'Long',
      PolicyDocument: `${' '.repeat(500)}${document(`s3:${'a'.repeat(6144 - document('s3:').length)}`)}`,
    }),
    expect: {
      output: {
        Policy: {
          PolicyName: 'Long',
          PolicyId: '<PolicyId>',
          Arn: 'arn:aws:iam::111122223333:policy/Long',
          Path: '/',
          DefaultVersionId: 'v1',
          AttachmentCount: 0,
          PermissionsBoundaryUsageCount: 0,
          IsAttachable: true,
          CreateDate: '<now>',
          UpdateDate: '<now>',
        },
      },
    },
  },
  {
    name: '6,145 characters',
    call: new CreatePolicyCommand({
      PolicyName: 'Long',
      PolicyDocument: document(`s3:${'a'.repeat(6145 - document('s3:').length)}`),
    }),
    expect: { code: 'LimitExceeded', status: 409, message: 'Cannot exceed quota for PolicySize: 6144' },
  },
  {
    name: 'a document that is none',
    call: new CreatePolicyCommand({ PolicyName: 'Deploy', PolicyDocument: '{}' }),
    expect: { code: 'MalformedPolicyDocument', status: 400, message: 'Syntax errors in policy.' },
  },
  {
    name: 'the 1,501st policy',
    rows: ({ policies }) => {
      for (let i = 0; i < 1500; i++) policies.put(`p${i}`, policyNamed(`p${i}`))
    },
    call: created,
    expect: {
      code: 'LimitExceeded',
      status: 409,
      message: 'Cannot exceed quota for PoliciesPerAccount: 1500',
    },
  },
] satisfies Case[]
