import { GetPolicyVersionCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

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
            '%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A%22%2A%22%2C%22Resource%22%3A%22%2A%22%7D%5D%7D',
          VersionId: 'v1',
          IsDefaultVersion: true,
          CreateDate: '2015-02-06T18:39:46Z',
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
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: 'Policy arn:aws:iam::aws:policy/AdministratorAccess version v9 was not found.',
    },
  },
  {
    name: 'a policy that does not exist',
    call: new GetPolicyVersionCommand({ PolicyArn: 'arn:aws:iam::aws:policy/Nothing', VersionId: 'v1' }),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: 'Policy arn:aws:iam::aws:policy/Nothing was not found.',
    },
  },
] satisfies Case[]
