const refused = (Code: string, Message: string) => ({ Error: { Type: 'Sender', Code, Message } })
const conflict = (first: string) => refused('DeleteConflict', `Cannot delete entity, must ${first} first.`)
const invalidToken = refused('InvalidClientTokenId', 'The security token included in the request is invalid.')

const user = {
  Path: '/team/',
  UserName: 'ada',
  UserId: '<UserId>',
  Arn: 'arn:aws:iam::111122223333:user/team/ada',
  CreateDate: '<now>',
}
const detailed = { User: { ...user, Tags: [{ Key: 'team', Value: 'blue' }] } }
const group = {
  Path: '/',
  GroupName: 'Admins',
  GroupId: '<GroupId>',
  Arn: 'arn:aws:iam::111122223333:group/Admins',
  CreateDate: '<now>',
}
const SerialNumber = 'arn:aws:iam::111122223333:mfa/phone'
const credentials = (seconds: number) => ({
  Credentials: {
    AccessKeyId: '<SessionKeyId>',
    SecretAccessKey: '<SecretAccessKey>',
    SessionToken: '<SessionToken>',
    Expiration: `<in ${seconds} s>`,
  },
})
const identity = { UserId: '<UserId>', Account: '111122223333', Arn: user.Arn }
const passwordPolicy = {
  MinimumPasswordLength: 14,
  RequireSymbols: true,
  RequireNumbers: true,
  RequireUppercaseCharacters: true,
  RequireLowercaseCharacters: true,
  AllowUsersToChangePassword: true,
  ExpirePasswords: false,
  PasswordReusePrevention: 24,
}

/** What the API part of the lab is answered, call by call, whichever client makes it: `boto3/lab.py` and `cli.test.ts` say with what. */
export const labAnswers: [call: string, answer: object][] = [
  [
    'sts get-caller-identity',
    { UserId: '111122223333', Account: '111122223333', Arn: 'arn:aws:iam::111122223333:root' },
  ],
  ['iam create-account-alias', {}],
  ['iam list-account-aliases', { AccountAliases: ['blue-team-practice'], IsTruncated: false }],
  [
    'iam get-account-password-policy',
    refused('NoSuchEntity', 'The Password Policy with domain name 111122223333 cannot be found.'),
  ],
  ['iam update-account-password-policy', {}],
  ['iam get-account-password-policy', { PasswordPolicy: passwordPolicy }],
  ['iam create-group', { Group: group }],
  ['iam attach-group-policy', {}],
  [
    'iam list-attached-group-policies',
    {
      AttachedPolicies: [
        {
          PolicyName: 'AdministratorAccess',
          PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
        },
      ],
      IsTruncated: false,
    },
  ],
  ['iam create-user', detailed],
  ['iam get-user', detailed],
  [
    'iam create-login-profile',
    refused(
      'PasswordPolicyViolation',
      'Password should have a minimum length of 14, Password should have at least one uppercase letter, Password should have at least one number, Password should have at least one symbol',
    ),
  ],
  [
    'iam create-login-profile',
    { LoginProfile: { UserName: 'ada', CreateDate: '<now>', PasswordResetRequired: false } },
  ],
  ['iam add-user-to-group', {}],
  ['iam list-groups-for-user', { Groups: [group], IsTruncated: false }],
  [
    'iam create-access-key',
    {
      AccessKey: {
        UserName: 'ada',
        AccessKeyId: '<AccessKeyId>',
        Status: 'Active',
        SecretAccessKey: '<SecretAccessKey>',
        CreateDate: '<now>',
      },
    },
  ],
  ['sts get-caller-identity', identity],
  ['iam get-user', detailed],
  [
    'iam list-access-keys',
    {
      AccessKeyMetadata: [
        { UserName: 'ada', AccessKeyId: '<AccessKeyId>', Status: 'Active', CreateDate: '<now>' },
      ],
      IsTruncated: false,
    },
  ],
  [
    'iam create-virtual-mfa-device',
    {
      VirtualMFADevice: {
        SerialNumber,
        Base32StringSeed: '<Base32StringSeed>',
        QRCodePNG: '<QRCodePNG>',
      },
    },
  ],
  [
    'iam enable-mfa-device',
    refused('InvalidAuthenticationCode', 'Authentication code for device is not valid.'),
  ],
  ['iam enable-mfa-device', {}],
  [
    'iam list-mfa-devices',
    { MFADevices: [{ UserName: 'ada', SerialNumber, EnableDate: '<now>' }], IsTruncated: false },
  ],
  [
    'iam list-virtual-mfa-devices',
    { VirtualMFADevices: [{ SerialNumber, User: user, EnableDate: '<now>' }], IsTruncated: false },
  ],
  [
    'iam deactivate-mfa-device',
    refused(
      'AccessDenied',
      'To complete this action, please ensure that you are authenticated with an MFA device that is enabled for this user.',
    ),
  ],
  ['sts get-session-token', credentials(43_200)],
  ['sts get-caller-identity', identity],
  ['iam get-user', invalidToken],
  ['sts get-session-token', credentials(900)],
  [
    'sts get-session-token',
    refused('AccessDenied', 'MultiFactorAuthentication failed with invalid MFA one time pass code. '),
  ],
  ['sts get-session-token', refused('AccessDenied', 'Cannot call GetSessionToken with session credentials')],
  ['iam get-user', detailed],
  ['iam create-account-alias', {}],
  [
    'iam delete-virtual-mfa-device',
    refused('DeleteConflict', 'MFA VirtualDevice in use. Must deactivate first.'),
  ],
  ['iam delete-user', conflict('delete login profile')],
  ['iam delete-login-profile', {}],
  ['iam delete-user', conflict('delete access keys')],
  ['iam delete-access-key', {}],
  ['iam get-user', invalidToken],
  ['iam delete-user', conflict('remove tokens from principal')],
  ['iam deactivate-mfa-device', {}],
  ['iam delete-virtual-mfa-device', {}],
  ['iam delete-user', conflict('remove users from group')],
  ['iam delete-group', conflict('remove users from group')],
  ['iam remove-user-from-group', {}],
  ['iam delete-user', {}],
  ['iam get-user', invalidToken],
  ['iam get-user', refused('NoSuchEntity', 'The user with name ada cannot be found.')],
  ['iam delete-group', conflict('detach all policies')],
  ['iam detach-group-policy', {}],
  ['iam delete-group', {}],
  ['iam delete-account-password-policy', {}],
  ['iam delete-account-alias', {}],
  [
    'iam get-account-summary',
    {
      SummaryMap: {
        Users: 0,
        UsersQuota: 5000,
        Groups: 0,
        GroupsQuota: 300,
        GroupsPerUserQuota: 10,
        Roles: 0,
        RolesQuota: 1000,
        Policies: 0,
        PoliciesQuota: 1500,
        PolicySizeQuota: 6144,
        PolicyVersionsInUse: 0,
        PolicyVersionsInUseQuota: 10000,
        VersionsPerPolicyQuota: 5,
        AttachedPoliciesPerUserQuota: 10,
        AttachedPoliciesPerGroupQuota: 10,
        AttachedPoliciesPerRoleQuota: 10,
        UserPolicySizeQuota: 2048,
        GroupPolicySizeQuota: 5120,
        RolePolicySizeQuota: 10240,
        AssumeRolePolicySizeQuota: 2048,
        InstanceProfiles: 0,
        InstanceProfilesQuota: 1000,
        ServerCertificates: 0,
        ServerCertificatesQuota: 20,
        SigningCertificatesPerUserQuota: 2,
        AccessKeysPerUserQuota: 2,
        Providers: 0,
        MFADevices: 0,
        MFADevicesInUse: 0,
        AccountMFAEnabled: 0,
        AccountAccessKeysPresent: 0,
        AccountPasswordPresent: 1,
        AccountSigningCertificatesPresent: 0,
        GlobalEndpointTokenVersion: 1,
      },
    },
  ],
]
