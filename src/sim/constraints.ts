/** What AWS accepts, by parameter. */

/** `min` and `max` are the length of a text or a list, and the value of a number. */
export type Constraint = {
  min?: number
  max?: number
  pattern?: string
  /** The values of an enum. */
  values?: readonly string[]
  /** IAM's own sentence for a value that does not fit the pattern; without one, the sentence every AWS service has. */
  sentence?: string
}
export type ServiceName = 'iam' | 'sts' | 'account' | 'cloudtrail'

const invalid = (member: string, rule: string): string =>
  `The specified value for ${member} is invalid. ${rule}`

// "Has the same form for newUserName, groupName": aws-cli and CloudFormation users quote it for policyName too. For virtualMFADeviceName it was looked for and not found.
const name = (member: string): Constraint => ({
  min: 1,
  max: 128,
  pattern: '[\\w+=,.@-]+',
  sentence: invalid(member, 'It must contain only alphanumeric characters and/or the following: +=,.@_-'),
})

const path = (member: string, pattern = '(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)'): Constraint => ({
  min: 1,
  max: 512,
  pattern,
  sentence: invalid(
    member,
    'It must begin and end with / and contain only alphanumeric characters and/or / characters.',
  ),
})

const newUserName = (member: string): Constraint => ({ ...name(member), max: 64 })
const oneOf = (...values: string[]): Constraint => ({ values })
const text = (min: number, max: number, pattern?: string): Constraint => ({
  min,
  max,
  ...(pattern !== undefined && { pattern }),
})
const number = text
const password = text(1, 128, '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+')
const ofPolicies = '((/[A-Za-z0-9\\.,\\+@=_-]+)*)/'
const policyPath = text(1, 512, ofPolicies)
const code = text(6, 6, '[\\d]+')
const document = text(1, 131_072, '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+')
const entity = oneOf('User', 'Role', 'Group', 'LocalManagedPolicy', 'AWSManagedPolicy')

/**
 * By parameter; `Operation.Parameter` where one operation differs; `Parameter[]` for a list's items. From botocore's iam/2010-05-08, sts/2011-06-15 and
 * account/2021-02-01 models, which are also the API references (https://docs.aws.amazon.com/IAM/latest/APIReference/).
 */
const constraints: Record<ServiceName, Record<string, Constraint>> = {
  iam: {
    AccessKeyId: text(16, 128, '[\\w]+'),
    'ActionNames[]': text(3, 128),
    AccountAlias: {
      // The model's pattern, and not twelve digits: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
      pattern: '(?!\\d{12}$)[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]',
      // Two emulators carry the sentence; AWS's own answer was looked for and not found.
      sentence: invalid(
        'accountAlias',
        'It must be a minimum length of 3 characters and maximum length of 63 characters, contain only digits, lowercase letters, and hyphens (-), but cannot begin or end with a hyphen.',
      ),
    },
    AssignmentStatus: oneOf('Assigned', 'Unassigned', 'Any'),
    AuthenticationCode1: code,
    AuthenticationCode2: code,
    AssumeRolePolicyDocument: document,
    CallerArn: text(1, 2048),
    ContextKeyName: text(5, 256),
    ContextKeyType: oneOf(
      'string',
      'stringList',
      'numeric',
      'numericList',
      'boolean',
      'booleanList',
      'ip',
      'ipList',
      'binary',
      'binaryList',
      'date',
      'dateList',
    ),
    'CreateUser.UserName': newUserName('userName'),
    Description: text(0, 1000, '[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*'),
    'CreatePolicy.Description': text(0, 1000),
    'CreatePolicy.Path': path('path', ofPolicies),
    EntityFilter: entity,
    'Filter[]': entity,
    GroupName: name('groupName'),
    Key: text(1, 128, '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+'),
    'ListEntitiesForPolicy.PathPrefix': path('pathPrefix'),
    'ListGroups.PathPrefix': text(1, 512, '\\u002F[\\u0021-\\u007F]*'),
    'ListUsers.PathPrefix': text(1, 512, '\\u002F[\\u0021-\\u007F]*'),
    InstanceProfileName: name('instanceProfileName'),
    MaxSessionDuration: number(3600, 43_200),
    Marker: text(1, 320, '[\\u0020-\\u00FF]+'),
    MaxItems: number(1, 1000),
    MaxPasswordAge: number(1, 1095),
    MinimumPasswordLength: number(6, 128),
    NewGroupName: name('newGroupName'),
    NewPassword: password,
    NewPath: path('newPath'),
    NewUserName: newUserName('newUserName'),
    OldPassword: password,
    Password: password,
    PasswordReusePrevention: number(1, 24),
    Path: path('path'),
    PathPrefix: policyPath,
    PermissionsBoundary: text(20, 2048),
    'PermissionsBoundaryPolicyInputList[]': document,
    PolicyArn: text(20, 2048),
    PolicyDocument: document,
    'PolicyInputList[]': document,
    PolicyName: name('policyName'),
    PolicySourceArn: text(20, 2048),
    PolicyUsageFilter: oneOf('PermissionsPolicy', 'PermissionsBoundary'),
    'ResourceArns[]': text(1, 2048),
    RoleName: { ...name('roleName'), max: 64 },
    ResourceHandlingOption: text(1, 64),
    ResourceOwner: text(1, 2048),
    ResourcePolicy: document,
    Scope: oneOf('All', 'AWS', 'Local'),
    SerialNumber: text(9, 256, '[\\w+=/:,.@-]+'),
    Status: oneOf('Active', 'Inactive', 'Expired'),
    TagKeys: { max: 50 },
    'TagKeys[]': text(1, 128, '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+'),
    Tags: { max: 50 },
    UserName: name('userName'),
    Value: text(0, 256, '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*'),
    VersionId: { pattern: 'v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?' },
    // The model has no maximum; a user's name and a device's ARN share the 256 of a serial number: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateVirtualMFADevice.html
    VirtualMFADeviceName: { ...name('virtualMFADeviceName'), max: 226 },
  },
  sts: {
    AccessKeyId: text(16, 128, '[\\w]*'),
    'AssumeRole.DurationSeconds': number(900, 43_200),
    DurationSeconds: number(900, 129_600),
    ExternalId: text(2, 1224, '[\\w+=,.@:\\/-]*'),
    Key: text(1, 128, '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+'),
    Name: text(2, 32, '[\\w+=,.@-]*'),
    // The characters are the model's; 2,048 of them are the most, as its text says.
    Policy: text(1, 2048, '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+'),
    RoleArn: text(
      20,
      2048,
      '[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+',
    ),
    RoleSessionName: text(2, 64, '[\\w+=,.@-]*'),
    SourceIdentity: text(2, 64, '[\\w+=,.@-]*'),
    SerialNumber: text(9, 256, '[\\w+=/:,.@-]*'),
    Tags: { max: 50 },
    TokenCode: text(6, 6, '[\\d]*'),
    TransitiveTagKeys: { max: 50 },
    'TransitiveTagKeys[]': text(1, 128, '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+'),
    Value: text(0, 256, '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*'),
    arn: text(20, 2048),
  },
  cloudtrail: {
    AttributeKey: oneOf(
      'EventId',
      'EventName',
      'ReadOnly',
      'Username',
      'ResourceType',
      'ResourceName',
      'EventSource',
      'AccessKeyId',
    ),
    AttributeValue: text(1, 2000),
    EventCategory: oneOf('insight'),
  },
  account: {
    AccountId: { pattern: '\\d{12}' },
    AccountName: text(1, 50, '[ -;=?-~]+'),
    AddressLine1: text(1, 60),
    AddressLine2: text(1, 60),
    AddressLine3: text(1, 60),
    // No enum of AlternateContactType: a type that is none was answered with AccessDeniedException (recorded), which is the operation's to say.
    City: text(1, 50),
    CompanyName: text(1, 50),
    'ContactInformation.PhoneNumber': text(1, 20, '[+][\\s0-9()-]+'),
    CountryCode: text(2, 2),
    DistrictOrCounty: text(1, 50),
    EmailAddress: text(1, 254, '[\\s]*[\\w+=.#|!&-]+@[\\w.-]+\\.[\\w]+[\\s]*'),
    FullName: text(1, 50),
    Name: text(1, 64),
    PhoneNumber: text(1, 25, '[\\s0-9()+-]+'),
    PostalCode: text(1, 20),
    StateOrRegion: text(1, 50),
    Title: text(1, 50),
    WebsiteUrl: text(1, 256),
  },
}

/** The constraint of a parameter: `of` is the operation, or the structure it is a member of. */
export const constraintOf = (service: ServiceName, of: string, parameter: string): Constraint | undefined => {
  const table = constraints[service]
  return table[`${of}.${parameter}`] ?? table[parameter]
}
