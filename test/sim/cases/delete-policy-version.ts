import {
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  DeletePolicyVersionCommand,
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
    name: 'a version that does not count',
    given: [created, second],
    call: new DeletePolicyVersionCommand({ PolicyArn, VersionId: 'v2' }),
    expect: { output: {} },
    afterwards: {
      call: new ListPolicyVersionsCommand({ PolicyArn }),
      output: {
        Versions: [{ VersionId: 'v1', IsDefaultVersion: true, CreateDate: '<now>' }],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'the version that counts',
    given: [created],
    call: new DeletePolicyVersionCommand({ PolicyArn, VersionId: 'v1' }),
    expect: {
      code: 'DeleteConflict',
      status: 409,
      message: 'Cannot delete the default version of a policy.',
    },
  },
  {
    name: 'a version that is not there',
    given: [created],
    call: new DeletePolicyVersionCommand({ PolicyArn, VersionId: 'v7' }),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: `Policy ${PolicyArn} version v7 was not found.`,
    },
  },
  {
    name: 'a policy that is not there',
    call: new DeletePolicyVersionCommand({ PolicyArn, VersionId: 'v1' }),
    expect: { code: 'NoSuchEntity', status: 404, message: `Policy ${PolicyArn} was not found.` },
  },
] satisfies Case[]
