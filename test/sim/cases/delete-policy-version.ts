import { DeletePolicyVersionCommand, ListPolicyVersionsCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { created, notOwn, noVersion, ofAws, PolicyArn, version } from '../own-policy.ts'

export default [
  {
    name: 'a version that does not count',
    given: [created, version('ec2:*')],
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
    expect: noVersion('v7'),
  },
  {
    name: 'a policy that is not there',
    call: new DeletePolicyVersionCommand({ PolicyArn, VersionId: 'v1' }),
    expect: noVersion('v1'),
  },
  {
    name: 'a policy of AWS’s',
    call: new DeletePolicyVersionCommand({ PolicyArn: ofAws, VersionId: 'v1' }),
    expect: notOwn,
  },
] satisfies Case[]
