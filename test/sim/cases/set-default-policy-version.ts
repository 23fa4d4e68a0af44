import {
  GetPolicyCommand,
  ListPolicyVersionsCommand,
  SetDefaultPolicyVersionCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { created, notOwn, noVersion, ofAws, PolicyArn, shown, version } from '../own-policy.ts'
import { policyNamed } from '../rows.ts'

export default [
  {
    name: 'another version counts',
    given: [created, version('ec2:*')],
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
    name: 'the policy is as old as its newest version',
    rows: ({ policies }) => policies.put('own', policyNamed('Own')),
    call: new SetDefaultPolicyVersionCommand({
      PolicyArn: 'arn:aws:iam::111122223333:policy/Own',
      VersionId: 'v1',
    }),
    expect: { output: {} },
    afterwards: {
      call: new GetPolicyCommand({ PolicyArn: 'arn:aws:iam::111122223333:policy/Own' }),
      output: {
        Policy: {
          ...shown,
          PolicyName: 'Own',
          PolicyId: 'ANPAOWN',
          Arn: 'arn:aws:iam::111122223333:policy/Own',
          Path: '/',
          CreateDate: '2026-01-01T00:00:00Z',
          UpdateDate: '2026-01-01T00:00:00Z',
          Tags: [],
        },
      },
    },
  },
  {
    name: 'a version that is not there',
    given: [created],
    call: new SetDefaultPolicyVersionCommand({ PolicyArn, VersionId: 'v2' }),
    expect: noVersion('v2'),
  },
  {
    name: 'a text that is no version',
    given: [created],
    call: new SetDefaultPolicyVersionCommand({ PolicyArn, VersionId: 'second' }),
    expect: {
      code: 'ValidationError',
      status: 400,
      message:
        "1 validation error detected: Value at 'versionId' failed to satisfy constraint: Member must satisfy regular expression pattern: v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?",
    },
  },
  {
    name: 'a policy that is not there',
    call: new SetDefaultPolicyVersionCommand({ PolicyArn, VersionId: 'v1' }),
    expect: noVersion('v1'),
  },
  {
    name: 'a policy of AWS’s',
    call: new SetDefaultPolicyVersionCommand({ PolicyArn: ofAws, VersionId: 'v1' }),
    expect: notOwn,
  },
] satisfies Case[]
