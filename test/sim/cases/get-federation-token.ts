import { GetFederationTokenCommand } from '@aws-sdk/client-sts'
import type { Case } from '../case.ts'
import { userNamed } from '../rows.ts'

const call = (input: Partial<GetFederationTokenCommand['input']> = {}) =>
  new GetFederationTokenCommand({ Name: 'bob', ...input })
const may = (Action: string, Resource = '*') =>
  JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action, Resource } })
const rows =
  (inline: Record<string, string>) =>
  ({ users }: Parameters<Required<Case>['rows']>[0]) =>
    users.put('ada', { ...userNamed('ada'), inline })
const allowed = rows({ sts: may('sts:*') })

const Credentials = {
  AccessKeyId: '<SessionKeyId>',
  SecretAccessKey: '<SecretAccessKey>',
  SessionToken: '<SessionToken>',
  Expiration: '<in 43200 s>',
}
const FederatedUser = {
  FederatedUserId: '111122223333:bob',
  Arn: 'arn:aws:sts::111122223333:federated-user/bob',
}

export default [
  {
    name: 'twelve hours for a user who may',
    rows: allowed,
    as: 'ada',
    signedWith: 'a long-term key',
    call: call(),
    expect: { output: { Credentials, FederatedUser } },
  },
  {
    name: 'a session policy is measured',
    rows: allowed,
    as: 'ada',
    signedWith: 'a long-term key',
    call: call({ Policy: may('iam:GetUser'), DurationSeconds: 900 }),
    expect: {
      output: {
        Credentials: { ...Credentials, Expiration: '<in 900 s>' },
        FederatedUser,
        PackedPolicySize: 5,
      },
    },
  },
  {
    name: 'a user whom nothing allows it',
    rows: rows({}),
    as: 'ada',
    signedWith: 'a long-term key',
    call: call(),
    expect: {
      code: 'AccessDenied',
      status: 403,
      message:
        'User: arn:aws:iam::111122223333:user/ada is not authorized to perform: sts:GetFederationToken on resource: arn:aws:sts::111122223333:federated-user/bob because no identity-based policy allows the sts:GetFederationToken action',
    },
  },
  {
    name: 'tags need a permission of their own',
    rows: rows({ sts: may('sts:GetFederationToken', 'arn:aws:sts::111122223333:federated-user/bob') }),
    as: 'ada',
    signedWith: 'a long-term key',
    call: call({ Tags: [{ Key: 'team', Value: 'blue' }] }),
    expect: {
      code: 'AccessDenied',
      status: 403,
      message:
        'User: arn:aws:iam::111122223333:user/ada is not authorized to perform: sts:TagSession on resource: arn:aws:sts::111122223333:federated-user/bob because no identity-based policy allows the sts:TagSession action',
    },
  },
  {
    name: 'temporary credentials may not',
    rows: allowed,
    as: 'ada',
    signedWith: 'a session with MFA',
    call: call(),
    expect: {
      code: 'AccessDenied',
      status: 403,
      message: 'Cannot call GetFederationToken with session credentials',
    },
  },
  {
    name: 'a name of one letter',
    rows: allowed,
    as: 'ada',
    signedWith: 'a long-term key',
    call: call({ Name: 'b' }),
    expect: {
      code: 'ValidationError',
      status: 400,
      message:
        "1 validation error detected: Value 'b' at 'name' failed to satisfy constraint: Member must have length greater than or equal to 2",
    },
  },
] satisfies Case[]
