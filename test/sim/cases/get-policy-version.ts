import { GetPolicyVersionCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { created, encoded, noVersion, ofAws, PolicyArn, version } from '../own-policy.ts'

export default [
  {
    name: 'the document of an AWS managed policy, encoded',
    call: new GetPolicyVersionCommand({
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      VersionId: 'v1',
    }),
    expect: {
      output: {
        PolicyVersion: {
          Document:
            '%7B%0A%20%20%22Version%22%3A%20%222012-10-17%22%2C%0A%20%20%22Statement%22%3A%20%5B%0A%20%20%20%20%7B%0A%20%20%20%20%20%20%22Effect%22%3A%20%22Allow%22%2C%0A%20%20%20%20%20%20%22Action%22%3A%20%22%2A%22%2C%0A%20%20%20%20%20%20%22Resource%22%3A%20%22%2A%22%0A%20%20%20%20%7D%0A%20%20%5D%0A%7D',
          VersionId: 'v1',
          IsDefaultVersion: true,
          CreateDate: '2015-02-06T18:39:46Z',
        },
      },
    },
  },
  {
    name: 'a version of the account’s own, as it was sent',
    given: [created, version('ec2:*')],
    call: new GetPolicyVersionCommand({ PolicyArn, VersionId: 'v2' }),
    expect: {
      output: {
        PolicyVersion: {
          Document: encoded('ec2:*'),
          VersionId: 'v2',
          IsDefaultVersion: false,
          CreateDate: '<now>',
        },
      },
    },
  },
  {
    name: 'a version that does not exist',
    call: new GetPolicyVersionCommand({
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      VersionId: 'v9',
    }),
    expect: noVersion('v9', ofAws),
  },
  {
    name: 'a policy that does not exist',
    call: new GetPolicyVersionCommand({ PolicyArn: 'arn:aws:iam::aws:policy/Nothing', VersionId: 'v1' }),
    expect: noVersion('v1', 'arn:aws:iam::aws:policy/Nothing'),
  },
] satisfies Case[]
