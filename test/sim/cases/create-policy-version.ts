import {
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  DeletePolicyVersionCommand,
  GetPolicyVersionCommand,
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
const version = (Action: string, SetAsDefault?: boolean) =>
  new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: document(Action), SetAsDefault })

export default [
  {
    name: 'a second version, which does not count yet',
    given: [created],
    call: version('ec2:*'),
    expect: { output: { PolicyVersion: { VersionId: 'v2', IsDefaultVersion: false, CreateDate: '<now>' } } },
    afterwards: {
      call: new GetPolicyVersionCommand({ PolicyArn, VersionId: 'v1' }),
      output: {
        PolicyVersion: {
          Document: encodeURIComponent(document('s3:*')).replaceAll('*', '%2A'),
          VersionId: 'v1',
          IsDefaultVersion: true,
          CreateDate: '<now>',
        },
      },
    },
  },
  {
    name: 'a second version that counts at once',
    given: [created],
    call: version('ec2:*', true),
    expect: { output: { PolicyVersion: { VersionId: 'v2', IsDefaultVersion: true, CreateDate: '<now>' } } },
  },
  {
    name: 'a number is not used again',
    given: [created, version('ec2:*'), new DeletePolicyVersionCommand({ PolicyArn, VersionId: 'v2' })],
    call: version('ec2:*'),
    expect: { output: { PolicyVersion: { VersionId: 'v3', IsDefaultVersion: false, CreateDate: '<now>' } } },
  },
  {
    name: 'a sixth version',
    given: [created, version('a:*'), version('b:*'), version('c:*'), version('d:*')],
    call: version('e:*'),
    expect: {
      code: 'LimitExceeded',
      status: 409,
      message:
        'A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.',
    },
  },
  {
    name: 'a document that is none',
    given: [created],
    call: new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: '{' }),
    expect: { code: 'MalformedPolicyDocument', status: 400, message: 'Syntax errors in policy.' },
  },
  {
    name: 'a policy that is not there',
    call: version('ec2:*'),
    expect: { code: 'NoSuchEntity', status: 404, message: `Policy ${PolicyArn} was not found.` },
  },
  {
    name: 'a policy of AWS’s',
    call: new CreatePolicyVersionCommand({
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      PolicyDocument: document('s3:*'),
    }),
    expect: {
      code: 'AccessDenied',
      status: 403,
      message: 'Policy arn:aws:iam::aws:policy/AdministratorAccess is kept by AWS and cannot be changed.',
    },
  },
] satisfies Case[]
