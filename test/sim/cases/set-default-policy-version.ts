import {
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  ListPolicyVersionsCommand,
  SetDefaultPolicyVersionCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

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
    name: 'another version counts',
    given: [created, new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: document('ec2:*') })],
    call: new SetDefaultPolicyVersionCommand({ PolicyArn, VersionId: 'v2' }),
    expect: { output: {} },
    afterwards: {
      call: new ListPolicyVersionsCommand({ PolicyArn }),
      output: {
        Versions: [
          { VersionId: 'v2', IsDefaultVersion: true, CreateDate: '<now>' },
          { VersionId: 'v1', IsDefaultVersion: false, CreateDate: '<now>' },
        ],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'a version that is not there',
    given: [created],
    call: new SetDefaultPolicyVersionCommand({ PolicyArn, VersionId: 'v2' }),
    expect: { code: 'NoSuchEntity', status: 404, message: `Policy ${PolicyArn} version v2 was not found.` },
  },
  {
    name: 'a policy that is not there',
    call: new SetDefaultPolicyVersionCommand({ PolicyArn, VersionId: 'v1' }),
    expect: { code: 'NoSuchEntity', status: 404, message: `Policy ${PolicyArn} was not found.` },
  },
  {
    name: 'a policy of AWS’s',
    call: new SetDefaultPolicyVersionCommand({
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      VersionId: 'v1',
    }),
    expect: {
      code: 'AccessDenied',
      status: 403,
      message: 'Policy arn:aws:iam::aws:policy/AdministratorAccess is kept by AWS and cannot be changed.',
    },
  },
] satisfies Case[]
