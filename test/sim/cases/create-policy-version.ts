import {
  CreatePolicyVersionCommand,
  DeletePolicyVersionCommand,
  GetPolicyVersionCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import {
  created,
  document,
  encoded,
  notAttachable,
  notOwn,
  ofAws,
  PolicyArn,
  version,
} from '../own-policy.ts'

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
          Document: encoded('s3:*'),
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
    afterwards: {
      call: new GetPolicyVersionCommand({ PolicyArn, VersionId: 'v2' }),
      output: {
        PolicyVersion: {
          Document: encoded('ec2:*'),
          VersionId: 'v2',
          IsDefaultVersion: true,
          CreateDate: '<now>',
        },
      },
    },
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
    name: 'v6, once one of five is deleted',
    given: [
      created,
      ...['a:*', 'b:*', 'c:*', 'd:*'].map(action => version(action)),
      new DeletePolicyVersionCommand({ PolicyArn, VersionId: 'v5' }),
    ],
    call: version('e:*'),
    expect: { output: { PolicyVersion: { VersionId: 'v6', IsDefaultVersion: false, CreateDate: '<now>' } } },
  },
  {
    name: 'a document that is none',
    given: [created],
    call: new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: '{' }),
    expect: { code: 'MalformedPolicyDocument', status: 400, message: 'Syntax errors in policy.' },
  },
  {
    name: '6,145 characters',
    given: [created],
    call: version(`s3:${'a'.repeat(6145 - document('s3:').length)}`),
    expect: { code: 'LimitExceeded', status: 409, message: 'Cannot exceed quota for PolicySize: 6144' },
  },
  { name: 'a policy that is not there', call: version('ec2:*'), expect: notAttachable },
  {
    name: 'a policy of AWS’s',
    call: new CreatePolicyVersionCommand({ PolicyArn: ofAws, PolicyDocument: document('s3:*') }),
    expect: notOwn,
  },
] satisfies Case[]
