import type { Console } from './console.ts'

/** Any SDK command. Its schema names the service and the operation, and marks what is secret. */
export type ApiCall<Output = unknown> = {
  readonly input: object
  readonly schema?: unknown
  resolveMiddleware(...args: any[]): (...args: any[]) => Promise<{ output: Output }>
}

/** The port to an AWS account: hand over an SDK command, get its output or its error. */
export type Send = <Output>(call: ApiCall<Output>) => Promise<Output>

/** What a request is signed with. `sessionToken` belongs to temporary credentials. */
export type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken?: string | undefined }

/**
 * One code of an authenticator app, as a phone shows it. `secondsLeft` runs from 30 down to 1.
 * `usable` is the one that signs in now: a code works once, so after it was used that is a later one, and for a while none.
 */
export type PhoneCode = {
  label: string
  serialNumber: string
  code: string
  next: string
  usable: string | undefined
  secondsLeft: number
}

/** A phone with an authenticator app. Only the simulator has one to offer. */
export type Phone = { codes: () => PhoneCode[] }

/** The billing page as whoever is signed in sees it, and the switch that decides it. Only the simulator can show it here. */
export type BillingPage = { look: () => string[]; toggle: () => void }

/** What is to be known of the credentials in use. */
export type Session = {
  /** Where they came from, in words: `profile root (aws login)`, `the shell's variables`. */
  source: string
  /** The address that every call goes to; undefined for AWS's own. */
  endpoint: string | undefined
  /** When they end; undefined for those that do not. */
  expires: Date | undefined
  /** Whether they are an access key that stays until it is deleted: AWS gives a session token to such alone. */
  longTerm: boolean
}

/** A call that is tried again: what was answered, in how many milliseconds it is sent again, and which attempt that is. */
export type Retry = { call: ApiCall; reason: string; milliseconds: number; attempt: number }

/** A root credential that is still on this machine when the program holds none: what it is and how to end it. */
export type Remnant = {
  says: string
  /** Whether root is not signed out while it is there. */ blocks: boolean
}

/** The profiles of the AWS CLI on this machine. */
export type Profiles = {
  /** The credentials file, by its path. */
  path: string
  names: () => Promise<string[]>
  /** The profile that has a key, by the key's id, and the key; undefined when none has it. */
  holding: (accessKeyId: string) => Promise<{ name: string; credentials: Credentials } | undefined>
  /** Adds a profile with a key. Throws `Refused` when there is one of that name: nothing is ever written over. */
  add: (name: string, key: Credentials) => Promise<void>
  /** Takes a profile away, when it still has that key. */
  remove: (name: string, accessKeyId: string) => Promise<void>
}

/** An AWS account as the lab meets it: simulated or real, the lab cannot tell. */
export type Account = {
  /** What the screen calls it: `SIMULATOR` or `LIVE`. */
  label: string
  /** Sends as whoever is signed in; rejects with `NotSignedIn` while nobody is. */
  send: Send
  /** Sends with other credentials, to try a key that was just made. */
  as: (credentials: Credentials) => Send
  console: Console
  phone?: Phone
  billing?: BillingPage
  /** Whether the first change of a sitting is agreed to by typing the account's id or alias. */
  guarded?: true
  /** What is to be known of the credentials in use, where there are any to speak of. */
  session?: () => Session | undefined
  /** Takes fresh credentials from where the last ones came from. Whether there were any, of the same identity. */
  renew?: () => Promise<boolean>
  /** The root credentials that this machine holds beside the program. */
  remnants?: () => Promise<Remnant[]>
  profiles?: Profiles
  /** Hears of every call that is tried again. Whoever shows it puts it there. */
  onRetry?: ((retry: Retry) => void) | undefined
}

/** Nobody is signed in, so there is nothing to sign a request with. */
export class NotSignedIn extends Error {
  override name = 'NotSignedIn'
  constructor() {
    super('Nobody is signed in to this account.')
  }
}

type OperationSchema = [kind: number, namespace: string, operation: string, ...rest: unknown[]]

/** The service's short name and the operation: `['iam', 'CreateUser']`. */
export const operationOf = (call: ApiCall): [service: string, operation: string] => {
  const [, namespace, operation] = call.schema as OperationSchema
  return [namespace.split('.').at(-1)!, operation]
}

/** `iam:CreateUser`, as it stands in an IAM policy. */
export const actionName = (call: ApiCall): string => operationOf(call).join(':')

/**
 * Every operation the lab may send while it only looks. `sts:GetSessionToken` is not among them: it mints credentials.
 * `iam:GenerateCredentialReport` is: it starts a report and changes nothing a person owns.
 */
const reads: ReadonlySet<string> = new Set([
  'account:GetAccountInformation',
  'account:GetAlternateContact',
  'account:GetContactInformation',
  'cloudtrail:LookupEvents',
  'iam:GenerateCredentialReport',
  'iam:GetAccessKeyLastUsed',
  'iam:GetAccountAuthorizationDetails',
  'iam:GetAccountPasswordPolicy',
  'iam:GetAccountSummary',
  'iam:GetCredentialReport',
  'iam:GetGroup',
  'iam:GetGroupPolicy',
  'iam:GetLoginProfile',
  'iam:GetPolicy',
  'iam:GetPolicyVersion',
  'iam:GetUser',
  'iam:GetUserPolicy',
  'iam:ListAccessKeys',
  'iam:ListAccountAliases',
  'iam:ListAttachedGroupPolicies',
  'iam:ListAttachedUserPolicies',
  'iam:ListEntitiesForPolicy',
  'iam:ListGroupPolicies',
  'iam:ListGroups',
  'iam:ListGroupsForUser',
  'iam:ListMFADevices',
  'iam:ListPolicies',
  'iam:ListUserPolicies',
  'iam:ListUserTags',
  'iam:ListUsers',
  'iam:ListVirtualMFADevices',
  'sts:GetAccessKeyInfo',
  'sts:GetCallerIdentity',
])

/** Whether an operation (`iam:GetUser`) is on the list of reads. */
export const isReadName = (action: string): boolean => reads.has(action)

/** Whether a call changes nothing. */
export const isRead = (call: ApiCall): boolean => isReadName(actionName(call))

/** A `Send` that refuses to change anything, for looking. */
export const readOnly =
  (send: Send): Send =>
  call =>
    isRead(call)
      ? send(call)
      : Promise.reject(new Error(`${actionName(call)} is not on the list of reads, and was not sent.`))

/** All items of a paged list: asks again with the marker until the answer is not truncated. */
export const pages = async <Output extends { IsTruncated?: boolean; Marker?: string }, Item>(
  ask: (Marker: string | undefined) => Promise<Output>,
  items: (output: Output) => Item[] | undefined,
): Promise<Item[]> => {
  const all: Item[] = []
  let marker: string | undefined
  do {
    const output = await ask(marker)
    all.push(...(items(output) ?? []))
    marker = output.IsTruncated ? output.Marker : undefined
  } while (marker !== undefined)
  return all
}

/** The code of an AWS error as it stands on the wire (`NoSuchEntity`), else the error's name. */
export const errorCode = (error: unknown): string => {
  const { Code, name } = error as { Code?: string; name?: string }
  return Code ?? name ?? 'Error'
}

/** What was looked for, or `undefined` where AWS says there is no such thing. */
export const orAbsent = <Output>(answer: Promise<Output>): Promise<Output | undefined> =>
  answer.catch(error => {
    if (errorCode(error) === 'NoSuchEntity') return undefined
    throw error
  })
