import {
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  ListPolicyVersionsCommand,
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
const second = new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: document('ec2:*') })

export default [
  {
    name: 'the newest first',
    given: [created, second],
    call: new ListPolicyVersionsCommand({ PolicyArn }),
    expect: {
      output: {
        Versions: [
          { VersionId: 'v2', IsDefaultVersion: false, CreateDate: '<now>' },
          { VersionId: 'v1', IsDefaultVersion: true, CreateDate: '<now>' },
        ],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'a page of one',
    given: [created, second],
    call: new ListPolicyVersionsCommand({ PolicyArn, MaxItems: 1 }),
    expect: {
      output: {
        Versions: [{ VersionId: 'v2', IsDefaultVersion: false, CreateDate: '<now>' }],
        IsTruncated: true,
        Marker: '<Marker>',
      },
    },
  },
  {
    name: 'a policy of AWS’s',
    call: new ListPolicyVersionsCommand({ PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }),
    expect: {
      output: {
        Versions: [{ VersionId: 'v1', IsDefaultVersion: true, CreateDate: '2015-02-06T18:39:46Z' }],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'a policy that is not there',
    call: new ListPolicyVersionsCommand({ PolicyArn }),
    expect: { code: 'NoSuchEntity', status: 404, message: `Policy ${PolicyArn} was not found.` },
  },
] satisfies Case[]
