import { AssumeRoleCommand } from '@aws-sdk/client-sts'
import type { State } from '../../../src/sim/state.ts'
import type { Case } from '../case.ts'
import { roleNamed, trusting, userNamed } from '../rows.ts'

const RoleArn = 'arn:aws:iam::111122223333:role/team/Deploy'
const call = (input: Partial<AssumeRoleCommand['input']> = {}) =>
  new AssumeRoleCommand({ RoleArn, RoleSessionName: 'ada-at-work', ...input })

const may = (Action: string | string[], Resource = '*') =>
  JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action, Resource } })

/** Ada, who may assume the role, and the role, whom the account trusts. */
const rows =
  (
    role: Parameters<typeof roleNamed>[1] = {},
    inline: Record<string, string> = { assume: may('sts:AssumeRole', RoleArn) },
  ) =>
  (state: State) => {
    state.users.put('ada', { ...userNamed('ada'), inline })
    state.roles.put('deploy', roleNamed('Deploy', { path: '/team/', ...role }))
  }

const Credentials = {
  AccessKeyId: '<SessionKeyId>',
  SecretAccessKey: '<SecretAccessKey>',
  SessionToken: '<SessionToken>',
  Expiration: '<in 3600 s>',
}
const AssumedRoleUser = {
  AssumedRoleId: 'AROADEPLOYAAAAAAAAAAA:ada-at-work',
  Arn: 'arn:aws:sts::111122223333:assumed-role/Deploy/ada-at-work',
}
const assumed = { output: { Credentials, AssumedRoleUser } }
const denied = (action = 'sts:AssumeRole', tail = '') => ({
  code: 'AccessDenied',
  status: 403,
  message: `User: arn:aws:iam::111122223333:user/ada is not authorized to perform: ${action} on resource: ${RoleArn}${tail}`,
})
const invalid = (code: string, message: string) => ({ code, status: 400, message })
const constraint = (message: string) =>
  invalid('ValidationError', `1 validation error detected: Value ${message}`)

export default [
  {
    name: 'a role that trusts the account, by a user whose policy allows it',
    rows: rows(),
    as: 'ada',
    call: call(),
    expect: assumed,
  },
  {
    name: 'a role that trusts the user by name, whose own policies say nothing',
    rows: rows({ trust: trusting({ AWS: 'arn:aws:iam::111122223333:user/ada' }) }, {}),
    as: 'ada',
    call: call(),
    expect: assumed,
  },
  {
    name: 'a role that trusts the account, by a user whose policies say nothing',
    rows: rows({}, {}),
    as: 'ada',
    call: call(),
    expect: denied(),
  },
  {
    name: 'a role that trusts somebody else, by a user who may do everything',
    rows: rows({ trust: trusting({ AWS: 'arn:aws:iam::111122223333:user/bob' }) }, { all: may('*') }),
    as: 'ada',
    call: call(),
    expect: denied(),
  },
  {
    name: 'a role that trusts a service alone',
    rows: rows({ trust: trusting({ Service: 'ec2.amazonaws.com' }) }, { all: may('*') }),
    as: 'ada',
    call: call(),
    expect: denied(),
  },
  {
    name: 'a role that nobody has made is denied in the same words',
    rows: rows({}, { all: may('*') }),
    as: 'ada',
    call: call({ RoleArn: 'arn:aws:iam::111122223333:role/Nobody' }),
    expect: {
      ...denied(),
      message:
        'User: arn:aws:iam::111122223333:user/ada is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/Nobody',
    },
  },
  {
    name: 'a path left out names no role',
    rows: rows({}, { all: may('*') }),
    as: 'ada',
    call: call({ RoleArn: 'arn:aws:iam::111122223333:role/Deploy' }),
    expect: {
      ...denied(),
      message:
        'User: arn:aws:iam::111122223333:user/ada is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/Deploy',
    },
  },
  {
    name: 'an explicit deny of the user’s own policies',
    rows: rows(
      { trust: trusting({ AWS: 'arn:aws:iam::111122223333:user/ada' }) },
      {
        no: JSON.stringify({ Statement: { Effect: 'Deny', Action: 'sts:*', Resource: '*' } }),
      },
    ),
    as: 'ada',
    call: call(),
    expect: denied('sts:AssumeRole', ' with an explicit deny in an identity-based policy'),
  },
  {
    name: 'an explicit deny of the trust policy',
    rows: rows({
      trust: JSON.stringify({
        Statement: [
          { Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' },
          {
            Effect: 'Deny',
            Principal: { AWS: '111122223333' },
            Action: 'sts:AssumeRole',
            Condition: { StringNotEquals: { 'sts:RoleSessionName': '${aws:username}' } },
          },
        ],
      }),
    }),
    as: 'ada',
    call: call(),
    expect: denied('sts:AssumeRole', ' with an explicit deny in a resource-based policy'),
  },
  {
    name: 'root may not',
    rows: rows(),
    call: call(),
    expect: { code: 'AccessDenied', status: 403, message: 'Roles may not be assumed by root accounts.' },
  },
  {
    name: 'the external id is what the trust policy asks for',
    rows: rows({
      trust: trusting({ AWS: '111122223333' }, { StringEquals: { 'sts:ExternalId': 'Unique-ID-1' } }),
    }),
    as: 'ada',
    call: call({ ExternalId: 'Unique-ID-1' }),
    expect: assumed,
  },
  {
    name: 'another external id than the trust policy asks for',
    rows: rows({
      trust: trusting({ AWS: '111122223333' }, { StringEquals: { 'sts:ExternalId': 'Unique-ID-1' } }),
    }),
    as: 'ada',
    call: call({ ExternalId: 'Unique-ID-2' }),
    expect: denied(),
  },
  {
    name: 'MFA that the trust policy asks for and a long-term key has not',
    rows: rows({
      trust: trusting({ AWS: '111122223333' }, { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
    }),
    as: 'ada',
    signedWith: 'a long-term key',
    call: call(),
    expect: denied(),
  },
  {
    name: 'a session with MFA satisfies a trust policy that asks for it',
    rows: rows({
      trust: trusting({ AWS: '111122223333' }, { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
    }),
    as: 'ada',
    signedWith: 'a session with MFA',
    call: call(),
    expect: assumed,
  },
  {
    name: 'temporary credentials of GetSessionToken without MFA may assume a role',
    rows: rows(),
    as: 'ada',
    signedWith: 'temporary credentials',
    call: call(),
    expect: assumed,
  },
  {
    name: 'a device that is not the user’s',
    rows: rows(),
    as: 'ada',
    signedWith: 'a long-term key',
    call: call({ SerialNumber: 'arn:aws:iam::111122223333:mfa/none', TokenCode: '123456' }),
    expect: {
      code: 'AccessDenied',
      status: 403,
      message:
        'MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.',
    },
  },
  {
    name: 'as long as the role allows',
    rows: rows({ maxSessionDuration: 7200 }),
    as: 'ada',
    call: call({ DurationSeconds: 7200 }),
    expect: {
      output: { Credentials: { ...Credentials, Expiration: '<in 7200 s>' }, AssumedRoleUser },
    },
  },
  {
    name: 'longer than the role allows',
    rows: rows(),
    as: 'ada',
    call: call({ DurationSeconds: 3601 }),
    expect: invalid(
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    ),
  },
  {
    name: 'longer than any role allows',
    rows: rows(),
    as: 'ada',
    call: call({ DurationSeconds: 43_201 }),
    expect: constraint(
      "'43201' at 'durationSeconds' failed to satisfy constraint: Member must have value less than or equal to 43200",
    ),
  },
  {
    name: 'a session name with a colon',
    rows: rows(),
    as: 'ada',
    call: call({ RoleSessionName: 'Session1:2' }),
    expect: constraint(
      "'Session1:2' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*",
    ),
  },
  {
    name: 'session policies, tags and a source identity, which the user and the role allow',
    rows: rows(
      {
        trust: trusting({ AWS: '111122223333' }, undefined, [
          'sts:AssumeRole',
          'sts:TagSession',
          'sts:SetSourceIdentity',
        ]),
      },
      { sts: may('sts:*') },
    ),
    as: 'ada',
    call: call({
      Policy: may('iam:GetUser'),
      PolicyArns: [{ arn: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess' }],
      Tags: [{ Key: 'team', Value: 'blue' }],
      TransitiveTagKeys: ['team'],
      SourceIdentity: 'ada',
    }),
    expect: { output: { Credentials, AssumedRoleUser, PackedPolicySize: 7, SourceIdentity: 'ada' } },
  },
  {
    name: 'tags need sts:TagSession of the trust policy too',
    rows: rows({}, { sts: may('sts:*') }),
    as: 'ada',
    call: call({ Tags: [{ Key: 'team', Value: 'blue' }] }),
    expect: denied('sts:TagSession'),
  },
  {
    name: 'a source identity needs sts:SetSourceIdentity',
    rows: rows({ trust: trusting({ AWS: '111122223333' }, undefined, 'sts:*') }),
    as: 'ada',
    call: call({ SourceIdentity: 'ada' }),
    expect: denied('sts:SetSourceIdentity'),
  },
  {
    name: 'the same tag twice',
    rows: rows({ trust: trusting({ AWS: '111122223333' }, undefined, 'sts:*') }, { sts: may('sts:*') }),
    as: 'ada',
    call: call({
      Tags: [
        { Key: 'team', Value: 'blue' },
        { Key: 'Team', Value: 'red' },
      ],
    }),
    expect: invalid(
      'InvalidParameterValue',
      'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    ),
  },
  {
    name: 'a transitive tag that is not sent',
    rows: rows(),
    as: 'ada',
    call: call({ TransitiveTagKeys: ['team'] }),
    expect: invalid(
      'InvalidParameterValue',
      'The specified transitive tag key must be included in the requested tags.',
    ),
  },
  {
    name: 'a session policy that is none',
    rows: rows(),
    as: 'ada',
    call: call({ Policy: '{' }),
    expect: invalid('MalformedPolicyDocument', 'Syntax errors in policy.'),
  },
  {
    name: 'a managed session policy that is none',
    rows: rows(),
    as: 'ada',
    call: call({ PolicyArns: [{ arn: 'arn:aws:iam::111122223333:policy/none' }] }),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: 'Policy arn:aws:iam::111122223333:policy/none was not found.',
    },
  },
] satisfies Case[]
