import {
  AddUserToGroupCommand,
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateAccountAliasCommand,
  CreateGroupCommand,
  CreateLoginProfileCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateUserCommand,
  DeleteAccessKeyCommand,
  PutGroupPolicyCommand,
  PutUserPolicyCommand,
  UpdateAccessKeyCommand,
  type IAMClient,
} from '@aws-sdk/client-iam'
import type { Credentials } from '../../src/lab/account.ts'
import { addDevice, addDeviceOf, codeIn, serialOf } from '../sim/device.ts'
import { addSession, type Simulated } from '../sim/simulated.ts'

/** What a call is signed with; nothing when it is not signed. */
export type Signers = Record<string, Credentials | undefined>

const administrator = 'arn:aws:iam::aws:policy/AdministratorAccess'
const own = (name: string) => `arn:aws:iam::111122223333:policy/${name}`
const statement = (Effect: string, Action: string) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect, Action, Resource: '*' }] })
const tenPolicies = [
  'AdministratorAccess',
  'PowerUserAccess',
  'IAMFullAccess',
  'IAMReadOnlyAccess',
  'IAMUserChangePassword',
  'ReadOnlyAccess',
  'SecurityAudit',
  'job-function/ViewOnlyAccess',
  'job-function/Billing',
  'AWSSupportAccess',
]

/** A new key of a user. */
const keyOf = async (iam: IAMClient, UserName: string): Promise<Credentials> => {
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }))
  return { accessKeyId: AccessKey!.AccessKeyId!, secretAccessKey: AccessKey!.SecretAccessKey! }
}

/** Puts into the account what the calls below meet, and answers with what they are signed with. */
export const prepare = async ({ store, root: { iam }, rootCredentials }: Simulated): Promise<Signers> => {
  const users = [
    'admin',
    'denied',
    'nobody',
    'with-attached',
    'with-device',
    'with-eight-devices',
    'with-everything',
    'with-group',
    'with-inline',
    'with-key',
    'with-profile',
  ]
  for (const UserName of users) await iam.send(new CreateUserCommand({ UserName }))
  for (const UserName of ['admin', 'denied', 'with-attached', 'with-device'])
    await iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn: administrator }))
  for (const policy of tenPolicies)
    await iam.send(
      new AttachUserPolicyCommand({
        UserName: 'with-everything',
        PolicyArn: `arn:aws:iam::aws:policy/${policy}`,
      }),
    )
  const explicit = { PolicyName: 'NoGroups', PolicyDocument: statement('Deny', 'iam:*Group*') }
  await iam.send(new PutUserPolicyCommand({ UserName: 'denied', ...explicit }))
  await iam.send(new PutUserPolicyCommand({ UserName: 'with-inline', ...explicit }))
  for (let number = 0; number <= 10; number++) {
    const GroupName = `group-${number}`
    await iam.send(new CreateGroupCommand({ GroupName }))
    if (number < 10) await iam.send(new AddUserToGroupCommand({ GroupName, UserName: 'with-everything' }))
  }
  await iam.send(new PutGroupPolicyCommand({ GroupName: 'group-10', ...explicit }))
  await iam.send(new AddUserToGroupCommand({ GroupName: 'group-0', UserName: 'with-group' }))
  await iam.send(
    new CreateLoginProfileCommand({ UserName: 'with-profile', Password: 'correct-Horse7battery' }),
  )
  const policy = { PolicyDocument: statement('Allow', 's3:*') }
  await iam.send(new CreatePolicyCommand({ PolicyName: 'Attached', ...policy }))
  await iam.send(new AttachUserPolicyCommand({ UserName: 'with-inline', PolicyArn: own('Attached') }))
  await iam.send(new CreatePolicyCommand({ PolicyName: 'Full', ...policy }))
  for (let number = 2; number <= 5; number++)
    await iam.send(new CreatePolicyVersionCommand({ PolicyArn: own('Full'), ...policy }))
  await iam.send(new CreateAccountAliasCommand({ AccountAlias: 'blue-team-practice' }))

  const admin = await keyOf(iam, 'admin')
  const deleted = await keyOf(iam, 'denied')
  await iam.send(new DeleteAccessKeyCommand({ UserName: 'denied', AccessKeyId: deleted.accessKeyId }))
  const inactive = await keyOf(iam, 'with-attached')
  await iam.send(
    new UpdateAccessKeyCommand({
      UserName: 'with-attached',
      AccessKeyId: inactive.accessKeyId,
      Status: 'Inactive',
    }),
  )
  await keyOf(iam, 'with-key')
  await keyOf(iam, 'with-key')

  store.transact(state => {
    addDevice(state, 'new')
    addDeviceOf(state, 'with-device', 'one')
    addDeviceOf(state, 'with-everything', 'two')
    for (let number = 0; number < 8; number++) addDeviceOf(state, 'with-eight-devices', `of-eight-${number}`)
  })
  const userId = store.state.users.get('admin')!.id
  const session = addSession(store, { id: 'ASIAI44QH8DHBEXAMPLE', owner: { type: 'user', userId } })
  return {
    root: rootCredentials,
    admin,
    nobody: await keyOf(iam, 'nobody'),
    denied: await keyOf(iam, 'denied'),
    'a user with a device': await keyOf(iam, 'with-device'),
    'a wrong secret': { ...admin, secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' },
    'an unknown key': {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    },
    'a deleted key': deleted,
    'an inactive key': inactive,
    'a long-term key with a token': { ...admin, sessionToken: session.sessionToken! },
    'a session without its token': {
      accessKeyId: session.accessKeyId,
      secretAccessKey: session.secretAccessKey,
    },
    'a session with a wrong token': { ...session, sessionToken: 'AQoDYXdzEJr' },
    'an expired session': addSession(store, {
      id: 'ASIAJEXAMPLEXEG2JICE',
      owner: { type: 'root' },
      expiresAt: '2026-01-01T00:00:00Z',
    }),
    'a session of GetSessionToken without MFA': addSession(store, {
      id: 'ASIAJEXAMPLEXEG2JICF',
      owner: { type: 'user', userId },
      kind: 'session-token',
    }),
    nothing: undefined,
  }
}

/** A call that is refused, with the code, the status and the message a client shows. */
export type Refusal = [
  signedWith: string,
  call: `${'iam' | 'sts' | 'account'} ${string}`,
  input: object,
  code: string,
  status: number,
  message: string,
]

const mismatch =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.'
const invalid = 'The security token included in the request is invalid.'
const expired = 'The security token included in the request is expired'
const unsigned = 'Request is missing Authentication Token'
const fails = (member: string, rule: string) =>
  `1 validation error detected: Value at '${member}' failed to satisfy constraint: Member must ${rule}`
const validation = (...[input, member, rule]: [object, string, string]): [object, string, number, string] => [
  input,
  'ValidationError',
  400,
  fails(member, rule),
]
const conflict = (first: string): [string, number, string] => [
  'DeleteConflict',
  409,
  `Cannot delete entity, must ${first} first.`,
]
const quota = (of: string): [string, number, string] => [
  'LimitExceeded',
  409,
  `Cannot exceed quota for ${of}`,
]
const exists = (what: string): [string, number, string] => [
  'EntityAlreadyExists',
  409,
  `${what} already exists.`,
]
const missing = (message: string): [string, number, string] => ['NoSuchEntity', 404, message]
const name = (member: string): [string, number, string] => [
  'ValidationError',
  400,
  `The specified value for ${member} is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-`,
]
const codes = (AuthenticationCode1: string, AuthenticationCode2: string) => ({
  AuthenticationCode1,
  AuthenticationCode2,
})

/** Made when the test runs: codes have a time. */
export const refusals = (): Refusal[] => [
  ['a wrong secret', 'iam GetUser', {}, 'SignatureDoesNotMatch', 403, mismatch],
  ['a wrong secret', 'sts GetCallerIdentity', {}, 'SignatureDoesNotMatch', 403, mismatch],
  ['a wrong secret', 'account GetContactInformation', {}, 'InvalidSignatureException', 403, mismatch],
  ['nothing', 'iam GetUser', {}, 'MissingAuthenticationToken', 403, unsigned],
  ['nothing', 'sts GetCallerIdentity', {}, 'MissingAuthenticationToken', 403, unsigned],
  ['nothing', 'account GetContactInformation', {}, 'MissingAuthenticationTokenException', 403, unsigned],
  ['an unknown key', 'iam GetUser', {}, 'InvalidClientTokenId', 403, invalid],
  ['an unknown key', 'account GetContactInformation', {}, 'UnrecognizedClientException', 403, invalid],
  ['a deleted key', 'iam GetUser', {}, 'InvalidClientTokenId', 403, invalid],
  ['an inactive key', 'sts GetCallerIdentity', {}, 'InvalidClientTokenId', 403, invalid],
  ['a long-term key with a token', 'sts GetCallerIdentity', {}, 'InvalidClientTokenId', 403, invalid],
  ['a session without its token', 'sts GetCallerIdentity', {}, 'InvalidClientTokenId', 403, invalid],
  ['a session with a wrong token', 'sts GetCallerIdentity', {}, 'InvalidClientTokenId', 403, invalid],
  ['an expired session', 'iam ListUsers', {}, 'ExpiredToken', 403, expired],
  ['an expired session', 'account GetContactInformation', {}, 'ExpiredTokenException', 403, expired],
  ['a session of GetSessionToken without MFA', 'iam GetUser', {}, 'InvalidClientTokenId', 403, invalid],

  ['root', 'iam CreateUser', ...validation({}, 'userName', 'not be null')],
  [
    'root',
    'iam CreateUser',
    ...validation({ UserName: 'a'.repeat(65) }, 'userName', 'have length less than or equal to 64'),
  ],
  [
    'root',
    'iam GetUser',
    ...validation({ UserName: 'a'.repeat(129) }, 'userName', 'have length less than or equal to 128'),
  ],
  ['root', 'iam CreateUser', { UserName: 'ada lovelace' }, ...name('userName')],
  ['root', 'iam CreateUser', { UserName: 'é' }, ...name('userName')],
  ['root', 'iam UpdateGroup', { GroupName: 'group-1', NewGroupName: 'a/b' }, ...name('newGroupName')],
  [
    'root',
    'iam CreateUser',
    { UserName: 'ada', Path: 'team' },
    'ValidationError',
    400,
    'The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.',
  ],
  [
    'root',
    'iam GetAccessKeyLastUsed',
    ...validation(
      { AccessKeyId: 'AKIA-OSFODNN7EXAMPLE' },
      'accessKeyId',
      'satisfy regular expression pattern: [\\w]+',
    ),
  ],
  [
    'root',
    'iam UpdateAccessKey',
    ...validation(
      { AccessKeyId: 'AKIAIOSFODNN7EXAMPLE', Status: 'off' },
      'status',
      'satisfy enum value set: [Active, Inactive, Expired]',
    ),
  ],
  [
    'root',
    'iam ListUsers',
    ...validation({ MaxItems: 1001 }, 'maxItems', 'have value less than or equal to 1000'),
  ],
  [
    'root',
    'iam UpdateAccountPasswordPolicy',
    { MinimumPasswordLength: 5, PasswordReusePrevention: 25 },
    'ValidationError',
    400,
    "2 validation errors detected: Value at 'minimumPasswordLength' failed to satisfy constraint: Member must have value greater than or equal to 6; Value at 'passwordReusePrevention' failed to satisfy constraint: Member must have value less than or equal to 24",
  ],
  [
    'admin',
    'sts GetSessionToken',
    { DurationSeconds: 899 },
    'ValidationError',
    400,
    "1 validation error detected: Value '899' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900",
  ],
  [
    'root',
    'account PutAlternateContact',
    {
      AlternateContactType: 'SECURITY',
      EmailAddress: 'a@example.com',
      Name: 'Ada',
      Title: '',
      PhoneNumber: '1',
    },
    'ValidationException',
    400,
    fails('title', 'have length greater than or equal to 1'),
  ],
  [
    'root',
    'iam CreateUser',
    { UserName: 'ada', Tags: [{ Value: 'blue' }] },
    'MissingParameter',
    400,
    'The request must contain the parameter Tags.member.1.Key.',
  ],
  [
    'root',
    'iam CreateUser',
    { UserName: 'ada', Tags: ['team', 'Team'].map(Key => ({ Key, Value: '' })) },
    'InvalidInput',
    400,
    'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
  ],
  [
    'root',
    'iam PutUserPolicy',
    { UserName: 'admin', PolicyName: 'Half', PolicyDocument: '{"Version":"2012-10-17"' },
    'MalformedPolicyDocument',
    400,
    'Syntax errors in policy.',
  ],
  [
    'root',
    'iam CreateAccountAlias',
    { AccountAlias: 'Blue' },
    'ValidationError',
    400,
    'The specified value for accountAlias is invalid. It must be a minimum length of 3 characters and maximum length of 63 characters, contain only digits, lowercase letters, and hyphens (-), but cannot begin or end with a hyphen.',
  ],
  [
    'root',
    'iam CreateLoginProfile',
    { UserName: 'admin', Password: 'password' },
    'PasswordPolicyViolation',
    400,
    'Password should meet 2 more of the following requirements: Password should have at least one uppercase letter, Password should have at least one number, Password should have at least one symbol',
  ],
  [
    'root',
    'iam ListServerCertificates',
    {},
    'InvalidAction',
    400,
    'Could not find operation ListServerCertificates for version 2010-05-08. `iam-lab serve --operations` lists what is simulated.',
  ],

  ['root', 'iam CreateAccessKey', { UserName: 'with-key' }, ...quota('AccessKeysPerUser: 2')],
  [
    'root',
    'iam AddUserToGroup',
    { GroupName: 'group-10', UserName: 'with-everything' },
    ...quota('GroupsPerUser: 10'),
  ],
  [
    'root',
    'iam AttachUserPolicy',
    { UserName: 'with-everything', PolicyArn: 'arn:aws:iam::aws:policy/AWSBillingReadOnlyAccess' },
    ...quota('PoliciesPerUser: 10'),
  ],
  [
    'root',
    'iam EnableMFADevice',
    { UserName: 'with-eight-devices', SerialNumber: serialOf('new'), ...codes(codeIn(-1), codeIn(0)) },
    ...quota('MFADevicesPerUser: 8'),
  ],

  ['root', 'iam DeleteUser', { UserName: 'with-profile' }, ...conflict('delete login profile')],
  ['root', 'iam DeleteUser', { UserName: 'with-key' }, ...conflict('delete access keys')],
  ['root', 'iam DeleteUser', { UserName: 'with-eight-devices' }, ...conflict('remove tokens from principal')],
  ['root', 'iam DeleteUser', { UserName: 'with-inline' }, ...conflict('delete policies')],
  ['root', 'iam DeleteUser', { UserName: 'with-group' }, ...conflict('remove users from group')],
  ['root', 'iam DeleteGroup', { GroupName: 'group-0' }, ...conflict('remove users from group')],
  ['root', 'iam DeleteGroup', { GroupName: 'group-10' }, ...conflict('delete policies')],
  [
    'root',
    'iam DeleteVirtualMFADevice',
    { SerialNumber: serialOf('one') },
    'DeleteConflict',
    409,
    'MFA VirtualDevice in use. Must deactivate first.',
  ],

  [
    'root',
    'iam DeletePolicy',
    { PolicyArn: own('Attached') },
    'DeleteConflict',
    409,
    'Cannot delete a policy attached to entities.',
  ],
  [
    'root',
    'iam DeletePolicy',
    { PolicyArn: own('Full') },
    'DeleteConflict',
    409,
    "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
  ],
  [
    'root',
    'iam DeletePolicyVersion',
    { PolicyArn: own('Full'), VersionId: 'v1' },
    'DeleteConflict',
    409,
    'Cannot delete the default version of a policy.',
  ],
  [
    'root',
    'iam CreatePolicyVersion',
    { PolicyArn: own('Full'), PolicyDocument: statement('Allow', 's3:*') },
    'LimitExceeded',
    409,
    'A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.',
  ],
  [
    'root',
    'iam CreatePolicy',
    { PolicyName: 'full', PolicyDocument: statement('Allow', 's3:*') },
    'EntityAlreadyExists',
    409,
    'A policy called full already exists. Duplicate names are not allowed.',
  ],
  [
    'root',
    'iam CreatePolicy',
    {
      PolicyName: 'Old',
      PolicyDocument: statement('Allow', 's3:*').replace('2012', '2008'),
    },
    'MalformedPolicyDocument',
    400,
    'Policy document must be version 2012-10-17 or greater.',
  ],
  [
    'root',
    'iam TagPolicy',
    { PolicyArn: own('Full'), Tags: ['team', 'team'].map(Key => ({ Key, Value: '' })) },
    'InvalidInput',
    400,
    'Duplicate tag keys found.',
  ],
  [
    'root',
    'iam UntagPolicy',
    ...validation(
      { PolicyArn: own('Full'), TagKeys: ['no way!'] },
      'tagKeys',
      'satisfy constraint: [Member must have length less than or equal to 128, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+, Member must not be null]',
    ),
  ],
  [
    'root',
    'iam GetPolicy',
    { PolicyArn: 'arn:aws:iam::aws:user/administrator' },
    'InvalidInput',
    400,
    'ARN arn:aws:iam::aws:user/administrator is not valid.',
  ],
  ['root', 'iam GetPolicy', { PolicyArn: own('None') }, ...missing(`Policy ${own('None')} was not found.`)],
  [
    'root',
    'iam ListEntitiesForPolicy',
    { PolicyArn: own('None') },
    ...missing(`Policy ${own('None')} does not exist or is not attachable.`),
  ],
  [
    'root',
    'iam SetDefaultPolicyVersion',
    { PolicyArn: own('Full'), VersionId: 'v9' },
    ...missing(`Policy ${own('Full')} version v9 does not exist or is not attachable.`),
  ],
  [
    'root',
    'iam PutUserPermissionsBoundary',
    { UserName: 'admin', PermissionsBoundary: own('None') },
    ...missing(`Scope ARN: ${own('None')} does not exist or is not attachable.`),
  ],
  [
    'root',
    'iam TagMFADevice',
    { SerialNumber: serialOf('nothing'), Tags: [] },
    ...missing(`MFA Device with serial number ${serialOf('nothing')} does not exist.`),
  ],
  ['root', 'iam GetUser', { UserName: 'bob' }, ...missing('The user with name bob cannot be found.')],
  ['root', 'iam GetGroup', { GroupName: 'Staff' }, ...missing('The group with name Staff cannot be found.')],
  [
    'root',
    'iam GetLoginProfile',
    { UserName: 'admin' },
    ...missing('Login Profile for User admin cannot be found.'),
  ],
  [
    'root',
    'iam DeleteAccessKey',
    { UserName: 'admin', AccessKeyId: 'AKIAIOSFODNN7EXAMPLE' },
    ...missing('The Access Key with id AKIAIOSFODNN7EXAMPLE cannot be found.'),
  ],
  [
    'root',
    'iam AttachUserPolicy',
    { UserName: 'admin', PolicyArn: 'arn:aws:iam::aws:policy/Nothing' },
    ...missing('Policy arn:aws:iam::aws:policy/Nothing does not exist or is not attachable.'),
  ],
  [
    'root',
    'iam DetachUserPolicy',
    { UserName: 'nobody', PolicyArn: administrator },
    ...missing(`Policy ${administrator} was not found.`),
  ],
  ['root', 'iam CreateUser', { UserName: 'Admin' }, ...exists('User with name Admin')],
  ['root', 'iam CreateGroup', { GroupName: 'group-1' }, ...exists('Group with name group-1')],
  [
    'root',
    'iam CreateLoginProfile',
    { UserName: 'with-profile', Password: 'correct-Horse7battery' },
    ...exists('Login Profile for user with-profile'),
  ],
  [
    'root',
    'iam CreateAccountAlias',
    { AccountAlias: 'blue-team-practice' },
    ...exists('The account alias blue-team-practice'),
  ],
  ['root', 'iam CreateVirtualMFADevice', { VirtualMFADeviceName: 'new' }, ...exists('MFA device')],
  [
    'root',
    'account GetAlternateContact',
    { AlternateContactType: 'SECURITY' },
    'ResourceNotFoundException',
    404,
    'No contact of the inputted alternate contact type found.',
  ],

  // The same code twice, the wrong way round, with one between them.
  ...(
    [
      [codeIn(0), codeIn(0)],
      [codeIn(0), codeIn(-1)],
      [codeIn(-2), codeIn(0)],
    ] as const
  ).map(([first, second]): Refusal => [
    'root',
    'iam EnableMFADevice',
    { UserName: 'nobody', SerialNumber: serialOf('new'), ...codes(first, second) },
    'InvalidAuthenticationCode',
    403,
    'Authentication code for device is not valid.',
  ]),
  [
    'a user with a device',
    'iam DeactivateMFADevice',
    { UserName: 'with-device', SerialNumber: serialOf('one') },
    'AccessDenied',
    403,
    'To complete this action, please ensure that you are authenticated with an MFA device that is enabled for this user.',
  ],
  [
    'root',
    'iam EnableMFADevice',
    { UserName: 'nobody', SerialNumber: serialOf('one'), ...codes(codeIn(-1), codeIn(0)) },
    'EntityAlreadyExists',
    409,
    'MFA Device is already in use.',
  ],
  [
    'root',
    'iam DeactivateMFADevice',
    { UserName: 'nobody', SerialNumber: serialOf('one') },
    ...missing('MFA Device invalid for user.'),
  ],
  [
    'a user with a device',
    'sts GetSessionToken',
    { SerialNumber: serialOf('two'), TokenCode: codeIn(0) },
    'AccessDenied',
    403,
    'MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.',
  ],
  [
    'a user with a device',
    'sts GetSessionToken',
    { SerialNumber: serialOf('one'), TokenCode: codeIn(9) },
    'AccessDenied',
    403,
    'MultiFactorAuthentication failed with invalid MFA one time pass code. ',
  ],
  [
    'root',
    'sts GetSessionToken',
    {},
    'AccessDenied',
    403,
    'Cannot call GetSessionToken with session credentials',
  ],

  [
    'nobody',
    'iam ListUsers',
    {},
    'AccessDenied',
    403,
    'User: arn:aws:iam::111122223333:user/nobody is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::111122223333:user/ because no identity-based policy allows the iam:ListUsers action',
  ],
  [
    'nobody',
    'iam GetUser',
    { UserName: 'admin' },
    'AccessDenied',
    403,
    'User: arn:aws:iam::111122223333:user/nobody is not authorized to perform: iam:GetUser on resource: user admin because no identity-based policy allows the iam:GetUser action',
  ],
  [
    'nobody',
    'iam CreatePolicy',
    { PolicyName: 'Mine', PolicyDocument: statement('Allow', '*') },
    'AccessDenied',
    403,
    'User: arn:aws:iam::111122223333:user/nobody is not authorized to perform: iam:CreatePolicy on resource: policy Mine because no identity-based policy allows the iam:CreatePolicy action',
  ],
  [
    'nobody',
    'iam DeletePolicyVersion',
    { PolicyArn: own('Full'), VersionId: 'v1' },
    'AccessDenied',
    403,
    `User: arn:aws:iam::111122223333:user/nobody is not authorized to perform: iam:DeletePolicyVersion on resource: policy ${own('Full')} because no identity-based policy allows the iam:DeletePolicyVersion action`,
  ],
  [
    'denied',
    'iam GetGroup',
    { GroupName: 'group-1' },
    'AccessDenied',
    403,
    'User: arn:aws:iam::111122223333:user/denied is not authorized to perform: iam:GetGroup on resource: group group-1 with an explicit deny in an identity-based policy',
  ],
]
