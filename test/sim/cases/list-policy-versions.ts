import { ListPolicyVersionsCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { created, notAttachable, ofAws, PolicyArn, version } from '../own-policy.ts'

const one = new ListPolicyVersionsCommand({ PolicyArn, MaxItems: 1 })

export default [
  {
    name: 'the newest first',
    given: [created, version('ec2:*')],
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
    given: [created, version('ec2:*')],
    call: one,
    expect: {
      output: {
        Versions: [{ VersionId: 'v2', IsDefaultVersion: false, CreateDate: '<now>' }],
        IsTruncated: true,
        Marker: '<Marker>',
      },
    },
  },
  {
    name: 'the page after it',
    given: [created, version('ec2:*'), one],
    call: outputs => new ListPolicyVersionsCommand({ PolicyArn, Marker: outputs.at(-1).Marker }),
    expect: {
      output: {
        Versions: [{ VersionId: 'v1', IsDefaultVersion: true, CreateDate: '<now>' }],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'a policy of AWS’s',
    call: new ListPolicyVersionsCommand({ PolicyArn: ofAws }),
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
    expect: notAttachable,
  },
] satisfies Case[]
