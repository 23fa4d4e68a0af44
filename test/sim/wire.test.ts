import {
  CreateUserCommand,
  CreateVirtualMFADeviceCommand,
  DeleteUserCommand,
  GetAccountSummaryCommand,
  ListUsersCommand,
  UntagUserCommand,
  UpdateAccountPasswordPolicyCommand,
  UpdateLoginProfileCommand,
} from '@aws-sdk/client-iam'
import {
  GetAccountInformationCommand,
  GetAlternateContactCommand,
  PutContactInformationCommand,
} from '@aws-sdk/client-account'
import type { StaticOperationSchema } from '@smithy/types'
import { expect, test } from 'vitest'
import { AwsError } from '../../src/sim/errors.ts'
import { formReader, readForm, xmlError, xmlWriter } from '../../src/sim/wire/query.ts'
import { jsonError, jsonReader, jsonWriter, pathOf } from '../../src/sim/wire/rest-json.ts'

const schemaOf = (Command: new (input: any) => { schema?: unknown }): StaticOperationSchema =>
  new Command({}).schema as StaticOperationSchema

const read = (Command: new (input: any) => { schema?: unknown }, form: string): unknown => {
  try {
    return formReader(schemaOf(Command)[4])(readForm(form))
  } catch (error) {
    return error instanceof AwsError ? `${error.code}: ${error.message}` : error
  }
}

test.each([
  [CreateUserCommand, '', {}],
  [CreateUserCommand, 'Action=CreateUser&UserName=ann%20b%26c%2Bd', { UserName: 'ann b&c+d' }],
  [CreateUserCommand, 'UserName=ann+b', { UserName: 'ann b' }],
  [CreateUserCommand, 'UserName=ada&UserName=bob', { UserName: 'ada' }],
  [CreateUserCommand, 'UserName=', { UserName: '' }],
  [CreateUserCommand, 'UserName', { UserName: '' }],
  [CreateUserCommand, 'UserName=%FF%zz', { UserName: '\uFFFD%zz' }],
  [CreateUserCommand, 'Tags.member.1.Key=team&Tags.member.1.Value=', { Tags: [{ Key: 'team', Value: '' }] }],
  [CreateUserCommand, 'Tags.member.7.Key=b&Tags.member.3.Key=a', { Tags: [{ Key: 'a' }, { Key: 'b' }] }],
  [CreateUserCommand, 'Tags.member.999999999.Key=a', { Tags: [{ Key: 'a' }] }],
  [CreateUserCommand, 'Tags=', { Tags: [] }],
  [CreateUserCommand, `${'a.'.repeat(100_000)}b=1&UserName=ada`, { UserName: 'ada' }],
  [CreateUserCommand, '__proto__=x&constructor.prototype.x=y&UserName=ada', { UserName: 'ada' }],
  [
    UntagUserCommand,
    'UserName=ada&TagKeys.member.1=a&TagKeys.member.2=b',
    { UserName: 'ada', TagKeys: ['a', 'b'] },
  ],
  [ListUsersCommand, 'MaxItems=01', { MaxItems: 1 }],
  [ListUsersCommand, 'MaxItems=%2B1', { MaxItems: 1 }],
  [
    UpdateAccountPasswordPolicyCommand,
    'RequireSymbols=1&RequireNumbers=false',
    { RequireSymbols: true, RequireNumbers: false },
  ],
  [GetAccountSummaryCommand, 'Action=GetAccountSummary', {}],
])('%# the form of a %o is read as its input', (Command, form, input) => {
  expect(read(Command, form)).toEqual(input)
})

test.each([
  [ListUsersCommand, 'MaxItems=ten', 'MalformedInput: '],
  [ListUsersCommand, 'MaxItems=', 'MalformedInput: '],
  [ListUsersCommand, 'MaxItems=1e3', 'MalformedInput: '],
  [ListUsersCommand, 'MaxItems=99999999999', 'MalformedInput: '],
  [
    UpdateLoginProfileCommand,
    'PasswordResetRequired=TRUE',
    'MalformedInput: boolean must follow xsd1.1 definition',
  ],
  [CreateUserCommand, 'UserName.1=ada', 'MalformedInput: Start of list found where not expected'],
  [CreateUserCommand, 'UserName.member.1=ada', 'MalformedInput: Start of list found where not expected'],
  [
    CreateUserCommand,
    'UserName.Path=ada',
    'MalformedInput: Start of structure or map found where not expected',
  ],
  [CreateUserCommand, 'Tags=team', 'MalformedInput: Unexpected list element termination'],
  [CreateUserCommand, 'Tags.member.1=team', 'MalformedInput: Unexpected complex element termination'],
  [
    CreateUserCommand,
    'Tags.member.x.Key=a',
    'MalformedInput: Start of structure or map found where not expected',
  ],
  [
    CreateUserCommand,
    'Tags.member.__proto__.Key=a',
    'MalformedInput: Start of structure or map found where not expected',
  ],
])('%# a form of another shape than %o is refused', (Command, form, refusal) => {
  expect(read(Command, form)).toBe(refusal)
})

const xmlns = 'https://iam.amazonaws.com/doc/2010-05-08/'
const requestId = '7a62c49f-347e-4fc4-9331-6e8eEXAMPLE'
const tail = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`
const write = (Command: new (input: any) => { schema?: unknown }, output: object): string => {
  const schema = schemaOf(Command)
  return xmlWriter(schema[2], schema[5], xmlns)(output, requestId)
}

test('an answer is written in the order of its schema, dates to the second, text escaped', () => {
  const user = {
    Arn: 'arn:aws:iam::111122223333:user/ada',
    UserName: 'ada',
    CreateDate: new Date('2026-09-11T13:14:52.999Z'),
    Tags: [{ Key: 'a&b', Value: '<"\r>' }],
    PermissionsBoundary: undefined,
  }
  expect(write(CreateUserCommand, { User: user })).toBe(
    `<CreateUserResponse xmlns="${xmlns}"><CreateUserResult><User><UserName>ada</UserName><Arn>arn:aws:iam::111122223333:user/ada</Arn><CreateDate>2026-09-11T13:14:52Z</CreateDate><Tags><member><Key>a&amp;b</Key><Value>&lt;&quot;&#xD;&gt;</Value></member></Tags></User></CreateUserResult>${tail}</CreateUserResponse>`,
  )
})

test('bytes are base64, maps are entries, booleans are words', () => {
  expect(
    write(CreateVirtualMFADeviceCommand, {
      VirtualMFADevice: { SerialNumber: 'arn', Base32StringSeed: new TextEncoder().encode('JBSWY3DP') },
    }),
  ).toContain('<Base32StringSeed>SkJTV1kzRFA=</Base32StringSeed>')
  expect(write(GetAccountSummaryCommand, { SummaryMap: { Users: 1, Groups: 0 } })).toContain(
    '<SummaryMap><entry><key>Users</key><value>1</value></entry><entry><key>Groups</key><value>0</value></entry></SummaryMap>',
  )
  expect(write(ListUsersCommand, { Users: [], IsTruncated: false })).toContain(
    '<Users></Users><IsTruncated>false</IsTruncated>',
  )
})

test('an operation without output has no result element', () => {
  expect(write(DeleteUserCommand, {})).toBe(
    `<DeleteUserResponse xmlns="${xmlns}">${tail}</DeleteUserResponse>`,
  )
})

test('an error says whose fault it is', () => {
  expect(
    xmlError(new AwsError('NoSuchEntity', 'The user with name <x> cannot be found.'), requestId, xmlns),
  ).toBe(
    `<ErrorResponse xmlns="${xmlns}"><Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>The user with name &lt;x&gt; cannot be found.</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`,
  )
  expect(xmlError(new AwsError('InternalFailure', ''), requestId, xmlns)).toBe(
    `<ErrorResponse xmlns="${xmlns}"><Error><Type>Receiver</Type><Code>InternalFailure</Code></Error><RequestId>${requestId}</RequestId></ErrorResponse>`,
  )
})

const readJson = (Command: new (input: any) => { schema?: unknown }, text: string): unknown => {
  try {
    return jsonReader(schemaOf(Command)[4])(text)
  } catch (error) {
    return error instanceof AwsError ? `${error.code}: ${error.message}` : error
  }
}

test.each([
  [GetAlternateContactCommand, '', {}],
  [
    GetAlternateContactCommand,
    '{"AlternateContactType":"SECURITY","Other":[1]}',
    { AlternateContactType: 'SECURITY' },
  ],
  [GetAlternateContactCommand, '{"AlternateContactType":null,"__proto__":{"AccountId":"1"}}', {}],
  [
    PutContactInformationCommand,
    '{"ContactInformation":{"City":"Oslo"}}',
    { ContactInformation: { City: 'Oslo' } },
  ],
  [GetAlternateContactCommand, '{', 'MalformedInput: '],
  [GetAlternateContactCommand, '"text"', 'MalformedInput: '],
  [GetAlternateContactCommand, '[]', 'MalformedInput: Start of list found where not expected'],
  [GetAlternateContactCommand, '['.repeat(200_000), 'MalformedInput: '],
  [
    GetAlternateContactCommand,
    '{"AccountId":1}',
    'MalformedInput: NUMBER_VALUE cannot be converted to String',
  ],
  [
    GetAlternateContactCommand,
    '{"AccountId":true}',
    'MalformedInput: TRUE_VALUE cannot be converted to String',
  ],
  [
    GetAlternateContactCommand,
    `{"AccountId":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    'MalformedInput: Start of list found where not expected',
  ],
  [
    GetAlternateContactCommand,
    '{"AccountId":{}}',
    'MalformedInput: Start of structure or map found where not expected.',
  ],
])('%# the JSON of a %o is read as its input, or refused', (Command, text, input) => {
  expect(readJson(Command, text)).toEqual(input)
})

test('Account answers in JSON', () => {
  const schema = schemaOf(GetAccountInformationCommand)
  expect(pathOf(schema)).toBe('/getAccountInformation')
  const output = {
    AccountId: '111122223333',
    AccountCreatedDate: new Date('2026-01-01T00:00:00.500Z'),
    Other: 1,
  }
  expect(jsonWriter(schema[5])(output)).toBe(
    '{"AccountId":"111122223333","AccountCreatedDate":"2026-01-01T00:00:00Z"}',
  )
  expect(
    jsonError(new AwsError('ExpiredToken', 'The security token included in the request is expired')),
  ).toBe(
    '{"__type":"ExpiredTokenException","message":"The security token included in the request is expired"}',
  )
})
