import * as account from '@aws-sdk/client-account'
import * as cloudtrail from '@aws-sdk/client-cloudtrail'
import * as iam from '@aws-sdk/client-iam'
import * as sts from '@aws-sdk/client-sts'
import type { StaticOperationSchema } from '@smithy/types'
import { expect, test } from 'vitest'
import type { ServiceName } from '../../src/sim/constraints.ts'
import { AwsError } from '../../src/sim/errors.ts'
import { validator } from '../../src/sim/validate.ts'

const clients: Record<ServiceName, Record<string, unknown>> = { account, cloudtrail, iam, sts }

const check = (service: ServiceName, operation: string, input: Record<string, unknown>): string => {
  const Command = clients[service][`${operation}Command`] as new (input: object) => {
    schema: StaticOperationSchema
  }
  try {
    validator(service, operation, new Command({}).schema[4])(input)
    return 'fits'
  } catch (error) {
    if (error instanceof AwsError) return `${error.code}: ${error.message}`
    throw error
  }
}
const detected = (...problems: string[]): string =>
  `ValidationError: ${problems.length} validation error${problems.length > 1 ? 's' : ''} detected: ${problems.map(text => `Value ${text}`).join('; ')}`
const failed = (member: string, rule: string): string =>
  `at '${member}' failed to satisfy constraint: Member must ${rule}`
const badName = (member: string): string =>
  `ValidationError: The specified value for ${member} is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-`
const badPath =
  'ValidationError: The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.'
const badAlias =
  'ValidationError: The specified value for accountAlias is invalid. It must be a minimum length of 3 characters and maximum length of 63 characters, contain only digits, lowercase letters, and hyphens (-), but cannot begin or end with a hyphen.'
const tagKeys =
  'satisfy constraint: [Member must have length less than or equal to 128, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+, Member must not be null]'
const tagPattern = 'satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+'

test.each<[ServiceName, string, Record<string, unknown>, string]>([
  ['iam', 'CreateUser', { UserName: 'a'.repeat(64), Path: '/a//b/' }, 'fits'],
  [
    'iam',
    'CreateUser',
    { UserName: 'a'.repeat(65) },
    detected(failed('userName', 'have length less than or equal to 64')),
  ],
  ['iam', 'GetUser', { UserName: 'a'.repeat(128) }, 'fits'],
  [
    'iam',
    'GetUser',
    { UserName: 'a'.repeat(129) },
    detected(failed('userName', 'have length less than or equal to 128')),
  ],
  ['iam', 'GetUser', {}, 'fits'],
  ['iam', 'CreateUser', {}, detected(failed('userName', 'not be null'))],
  [
    'iam',
    'AddUserToGroup',
    {},
    detected(failed('groupName', 'not be null'), failed('userName', 'not be null')),
  ],
  ['iam', 'CreateUser', { UserName: 'é' }, badName('userName')],
  ['iam', 'CreateUser', { UserName: 'ada\n' }, badName('userName')],
  ['iam', 'UpdateUser', { UserName: 'ada', NewUserName: 'a b' }, badName('newUserName')],
  ['iam', 'CreateGroup', { GroupName: 'a/b' }, badName('groupName')],
  ['iam', 'CreateUser', { UserName: 'a b', Path: 'x' }, badName('userName')],
  [
    'iam',
    'CreateUser',
    { UserName: 'a b', Path: '' },
    detected(failed('path', 'have length greater than or equal to 1')),
  ],
  ...['/team', 'team/', '//', '/é/'].map((Path): [ServiceName, string, Record<string, unknown>, string] => [
    'iam',
    'CreateUser',
    { UserName: 'ada', Path },
    badPath,
  ]),
  ['iam', 'CreateAccountAlias', { AccountAlias: 'example-corp' }, 'fits'],
  ...['ab', 'Example', '-ab', 'ab-', 'a--b', '111122223333', 'a'.repeat(64)].map(
    (AccountAlias): [ServiceName, string, Record<string, unknown>, string] => [
      'iam',
      'CreateAccountAlias',
      { AccountAlias },
      badAlias,
    ],
  ),
  [
    'iam',
    'ListUsers',
    { MaxItems: 1001 },
    detected(failed('maxItems', 'have value less than or equal to 1000')),
  ],
  [
    'iam',
    'ListUsers',
    { MaxItems: 0, PathPrefix: '/d' },
    detected(failed('maxItems', 'have value greater than or equal to 1')),
  ],
  [
    'iam',
    'UpdateAccountPasswordPolicy',
    { MinimumPasswordLength: 5, MaxPasswordAge: 1096 },
    detected(
      failed('minimumPasswordLength', 'have value greater than or equal to 6'),
      failed('maxPasswordAge', 'have value less than or equal to 1095'),
    ),
  ],
  [
    'iam',
    'UpdateAccessKey',
    { AccessKeyId: 'AKIAIOSFODNN7EXAMPLE', Status: 'off' },
    detected(failed('status', 'satisfy enum value set: [Active, Inactive, Expired]')),
  ],
  [
    'iam',
    'GetAccessKeyLastUsed',
    { AccessKeyId: 'AKIA-OSFODNN7EXAMPLE' },
    detected(failed('accessKeyId', 'satisfy regular expression pattern: [\\w]+')),
  ],
  [
    'iam',
    'EnableMFADevice',
    {
      UserName: 'ada',
      SerialNumber: 'arn:aws:iam::111122223333:mfa/ada',
      AuthenticationCode1: '12345',
      AuthenticationCode2: 'abcdef',
    },
    detected(
      failed('authenticationCode1', 'have length greater than or equal to 6'),
      failed('authenticationCode2', 'satisfy regular expression pattern: [\\d]+'),
    ),
  ],
  [
    'iam',
    'TagUser',
    { UserName: 'ada', Tags: [{ Key: 'bad#key', Value: '' }] },
    detected(failed('tags.1.member.key', tagPattern)),
  ],
  [
    'iam',
    'TagUser',
    { UserName: 'ada', Tags: [{ Key: 'Größe', Value: 'x'.repeat(257) }] },
    detected(failed('tags.1.member.value', 'have length less than or equal to 256')),
  ],
  [
    'iam',
    'TagUser',
    { UserName: 'ada', Tags: [{ Value: 'x' }] },
    'MissingParameter: The request must contain the parameter Tags.member.1.Key.',
  ],
  [
    'iam',
    'TagUser',
    { UserName: 'ada', Tags: Array.from({ length: 51 }, () => ({ Key: 'a', Value: 'b' })) },
    detected(failed('tags', 'have length less than or equal to 50')),
  ],
  ['iam', 'UntagUser', { UserName: 'ada', TagKeys: ['a', ''] }, detected(failed('tagKeys', tagKeys))],
  ['iam', 'UntagUser', { UserName: 'ada', TagKeys: ['a', 'b'] }, 'fits'],
  [
    'sts',
    'AssumeRole',
    {
      RoleArn: 'arn:aws:iam::111122223333:role/Deploy',
      RoleSessionName: 'ada',
      TransitiveTagKeys: ['a', 'b#'],
    },
    detected(`'[a, b#]' ${failed('transitiveTagKeys', tagKeys)}`),
  ],
  [
    'iam',
    'GetAccountAuthorizationDetails',
    { Filter: ['Robot'] },
    detected(
      failed(
        'filter',
        'satisfy constraint: [Member must satisfy enum value set: [User, Role, Group, LocalManagedPolicy, AWSManagedPolicy], Member must not be null]',
      ),
    ),
  ],
  ['iam', 'CreatePolicy', { PolicyName: 'a', PolicyDocument: '{}', Path: '/a//b/' }, badPath],
  ['iam', 'CreatePolicy', { PolicyName: 'a', PolicyDocument: '{}', Path: '/a/b.c/' }, 'fits'],
  ['iam', 'GetAccountSummary', {}, 'fits'],
  [
    'sts',
    'GetSessionToken',
    { DurationSeconds: 899, TokenCode: '12a456' },
    detected(
      `'899' ${failed('durationSeconds', 'have value greater than or equal to 900')}`,
      `'12a456' ${failed('tokenCode', 'satisfy regular expression pattern: [\\d]*')}`,
    ),
  ],
  ['sts', 'GetAccessKeyInfo', {}, detected(`null ${failed('accessKeyId', 'not be null')}`)],
  [
    'account',
    'PutContactInformation',
    {
      ContactInformation: {
        FullName: 'Ada',
        AddressLine1: 'x',
        City: 'Oslo',
        PostalCode: '1',
        CountryCode: 'NOR',
        PhoneNumber: '12',
      },
    },
    detected(
      failed('contactInformation.countryCode', 'have length less than or equal to 2'),
      failed('contactInformation.phoneNumber', 'satisfy regular expression pattern: [+][\\s0-9()-]+'),
    ),
  ],
  ['account', 'PutContactInformation', {}, detected(failed('contactInformation', 'not be null'))],
])('%#: %s:%s', (service, operation, input, outcome) => {
  expect(check(service, operation, input)).toBe(outcome)
})
