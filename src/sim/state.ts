/** Everything the simulated account remembers: plain JSON rows in tables. Dates are ISO strings. Rows are never changed in place: `put` a new one. */

import type { ContactInformation } from '@aws-sdk/client-account'

export type Tag = { Key: string; Value: string }

/** Who a credential or a device belongs to. A user is named by its UserId, so that a new user of an old name inherits nothing. */
export type Owner = { type: 'root' } | { type: 'user'; userId: string }

/** Who a request is made by: an owner of credentials, a role that somebody assumed, or a federated user, whom a user or root named. */
export type Principal =
  | Owner
  | { type: 'role'; roleId: string; sessionName: string }
  | { type: 'federated-user'; name: string; by: Owner }

/** The facts there is one of. */
export type AccountFacts = {
  /** Twelve digits. */
  id: string
  name: string
  createdAt: string
  /** The simulated owner's sign-in, as a welcome mail would show it. */
  rootEmail: string
  rootPassword: string
  rootPasswordLastUsed?: string
  alias?: string
  /** Absent while no policy is set: AWS's default policy then applies. */
  passwordPolicy?: PasswordPolicyRow
  /** Whether IAM identities may see the billing pages. */
  billingAccess: boolean
  /** How far the account's time is ahead of the machine's, in seconds. */
  clockAheadSeconds: number
  contact?: ContactInformation
  alternateContacts: Record<string, Record<string, string>>
}

/** As `iam:UpdateAccountPasswordPolicy` sets it: whole, with AWS's defaults for what was left out. */
export type PasswordPolicyRow = {
  MinimumPasswordLength: number
  RequireSymbols: boolean
  RequireNumbers: boolean
  RequireUppercaseCharacters: boolean
  RequireLowercaseCharacters: boolean
  AllowUsersToChangePassword: boolean
  MaxPasswordAge?: number
  PasswordReusePrevention?: number
  HardExpiry?: boolean
}

export type LoginProfile = {
  password: string
  /** Newest first, the present one not among them. */
  previous: string[]
  createdAt: string
  changedAt: string
  resetRequired: boolean
}

export type UserRow = {
  name: string
  path: string
  id: string
  createdAt: string
  tags: Tag[]
  /** Group ids. */
  groups: string[]
  /** Policy ARNs. */
  attached: string[]
  /** Policy name to document, as sent. */
  inline: Record<string, string>
  permissionsBoundary?: string
  loginProfile?: LoginProfile
  passwordLastUsed?: string
  /** Access key ids, oldest first. */
  accessKeys: string[]
  /** Serial numbers of enabled devices, oldest first. */
  mfaDevices: string[]
}

export type GroupRow = {
  name: string
  path: string
  id: string
  createdAt: string
  attached: string[]
  inline: Record<string, string>
}

export type AccessKeyRow = {
  id: string
  secret: string
  owner: Owner
  status: 'Active' | 'Inactive'
  createdAt: string
  lastUsed?: { at: string; region: string; service: string }
}

/** A role. Its key in the table is its name in lower case. */
export type RoleRow = {
  name: string
  path: string
  /** `AROA...` */
  id: string
  createdAt: string
  description?: string
  /** Seconds, 3600 to 43200. */
  maxSessionDuration: number
  /** The trust policy's document, as sent. */
  trust: string
  tags: Tag[]
  attached: string[]
  inline: Record<string, string>
  permissionsBoundary?: string
  lastUsed?: { at: string; region: string }
  /** The service that a service-linked role belongs to: `elasticbeanstalk.amazonaws.com`. */
  linkedTo?: string
}

/** A managed policy of the account's own. Its key in the table is its name in lower case. */
export type PolicyRow = {
  name: string
  path: string
  /** `ANPA...` */
  id: string
  description?: string
  createdAt: string
  updatedAt: string
  tags: Tag[]
  /** Oldest first, five at most. */
  versions: { id: string; document: string; createdAt: string }[]
  /** `v2`: one of them. */
  defaultVersion: string
  /** The number of the newest version there was: numbers are not used again. */
  newest: number
}

/** An instance profile. Its key in the table is its name in lower case. */
export type InstanceProfileRow = {
  name: string
  path: string
  /** `AIPA...` */
  id: string
  createdAt: string
  tags: Tag[]
  roleId?: string
}

/** Temporary credentials: a console sign-in, or what STS gives out. */
export type SessionRow = {
  /** `ASIA...` */
  id: string
  secret: string
  token: string
  owner: Principal
  mfa: boolean
  /** Console sessions may call IAM without MFA; `GetSessionToken` ones may not. */
  kind: 'console' | 'session-token' | 'assumed-role' | 'federated-user'
  issuedAt: string
  expiresAt: string
  /** Session policies: the documents that were sent, and the ARNs of managed ones. */
  policies?: string[]
  policyArns?: string[]
  /** Session tags; the keys in `transitive` go on to the role that is assumed next. */
  tags?: Tag[]
  transitive?: string[]
  sourceIdentity?: string
}

export type MFADeviceRow = {
  /** `arn:aws:iam::ACCOUNT:mfa/NAME`; the row's key, in lower case. */
  serialNumber: string
  name: string
  path: string
  /** Base32, 64 characters. */
  seed: string
  createdAt: string
  tags: Tag[]
  owner?: Owner
  enabledAt?: string
  /** Steps of 30 s that the device's clock was ahead when it was enabled. */
  drift?: number
  /** The newest time step (seconds since 1970 / 30) whose code was accepted. */
  lastStep?: number
  /** When codes were checked in the last three minutes: ISO strings. */
  attempts: string[]
}

/** The account's newest credential report: it is as large as the account has users, so it has a row of its own. */
export type CredentialReportRow = { startedAt: string; content: string; generatedAt: string }

/** An event as CloudTrail records it. */
export type EventRow = {
  eventVersion: string
  userIdentity: {
    type: string
    principalId: string
    arn: string
    accountId: string
    accessKeyId?: string
    userName?: string
    sessionContext?: object
  }
  /** To the second. */
  eventTime: string
  /** `iam.amazonaws.com` */
  eventSource: string
  eventName: string
  awsRegion: string
  sourceIPAddress: string
  userAgent: string
  errorCode?: string
  errorMessage?: string
  requestParameters: object | null
  responseElements: object | null
  additionalEventData?: object
  requestID?: string
  eventID: string
  readOnly: boolean
  eventType: 'AwsApiCall' | 'AwsConsoleSignIn' | 'AwsConsoleAction'
  managementEvent: boolean
  recipientAccountId: string
  eventCategory: string
}

export type Rows = {
  account: AccountFacts
  users: UserRow
  groups: GroupRow
  roles: RoleRow
  policies: PolicyRow
  instanceProfiles: InstanceProfileRow
  accessKeys: AccessKeyRow
  sessions: SessionRow
  mfaDevices: MFADeviceRow
  credentialReports: CredentialReportRow
  events: EventRow
}
export type TableName = keyof Rows

/** One table as it is kept: rows by key. */
export type Data = { [Name in TableName]: Map<string, Rows[Name]> }

/** A change of one row; `null` deletes it. */
export type Change = [table: TableName, key: string, row: Rows[TableName] | null]

/** Reads and writes rows by key. Names are keys in lower case, since AWS's are unique without regard to case. */
export type Table<Row> = {
  get: (key: string) => Readonly<Row> | undefined
  has: (key: string) => boolean
  put: (key: string, row: Row) => void
  delete: (key: string) => void
  /** All rows, in no order to rely on. */
  values: () => IterableIterator<Readonly<Row>>
  readonly size: number
}

/** What an operation's handler sees of the account. */
export type State = {
  readonly account: Readonly<AccountFacts>
  /** Changes some of the account's facts; a fact set to `undefined` is removed. */
  setAccount: (facts: Partial<AccountFacts>) => void
  readonly users: Table<UserRow>
  readonly groups: Table<GroupRow>
  readonly roles: Table<RoleRow>
  readonly policies: Table<PolicyRow>
  readonly instanceProfiles: Table<InstanceProfileRow>
  readonly accessKeys: Table<AccessKeyRow>
  readonly sessions: Table<SessionRow>
  readonly mfaDevices: Table<MFADeviceRow>
  /** One row at most, under `newest`. */
  readonly credentialReports: Table<CredentialReportRow>
  /** By eventID, oldest first. */
  readonly events: Table<EventRow>
  /** The user with this UserId: an index beside the table. */
  userById: (id: string) => Readonly<UserRow> | undefined
  groupById: (id: string) => Readonly<GroupRow> | undefined
  roleById: (id: string) => Readonly<RoleRow> | undefined
}

/** The simulated account's memory: all of a change or none, and a change that was answered is on disk. */
export type Store = {
  readonly state: State
  /** Runs `change`; when it throws, every row is as before. When it returns, what it changed is stored. */
  transact: <Result>(change: (state: State) => Result) => Result
  /** Adds an event to the history. It reaches the disk with the next change, or when the account is closed. */
  record: (event: EventRow) => void
  /** Every event of the last 90 days that is kept, oldest first. */
  history: () => EventRow[]
  /** Everything, for a snapshot. */
  readonly data: Data
  /** Puts other data in the place of everything, as one change: `emptyData(facts)` resets the account. */
  replace: (data: Data) => void
  /** Writes the snapshot, empties the journal, lets go of the lock. */
  close: () => void
}
