import { roleArn } from '../iam/role.ts'
import type { Caller } from '../operation.ts'
import type { State, Tag } from '../state.ts'
import type { RequestContext } from './pattern.ts'
import type { Resource } from './resources.ts'

/** What the transport knows about a request. */
export type Circumstances = { now: Date; region?: string; userAgent?: string | undefined }

type Keys = Record<string, string | string[] | undefined>

const seconds = (date: Date | string): number => Math.floor(new Date(date).getTime() / 1000)

const tagKeys = (prefix: string, tags: readonly Tag[]): Keys =>
  Object.fromEntries(tags.map(({ Key, Value }) => [`${prefix}/${Key}`, Value]))

/** reference_policies_variables, "Principal key values". */
const principalTypes = {
  root: 'Account',
  user: 'User',
  role: 'AssumedRole',
  'federated-user': 'FederatedUser',
}

/**
 * The boundary that a user or role would have: the one sent where one is made or set, else the one there is.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 */
const boundaryKey = (action: string, input: Input, caller: Caller, state: State): string | undefined => {
  if (/^iam:(?:Create(?:User|Role)|Put(?:User|Role)PermissionsBoundary)$/.test(action))
    return input.PermissionsBoundary
  if (
    !/^iam:(?:(?:Attach|Detach|Put|Delete)(?:User|Role)Policy|Delete(?:User|Role)PermissionsBoundary)$/.test(
      action,
    )
  )
    return undefined
  const row =
    input.RoleName === undefined
      ? state.users.get((input.UserName ?? caller.userName ?? '').toLowerCase())
      : state.roles.get(input.RoleName.toLowerCase())
  return row?.permissionsBoundary
}

type Input = {
  UserName?: string
  RoleName?: string
  PermissionsBoundary?: string
  PolicyArn?: string
  Tags?: Tag[]
  TagKeys?: string[]
  SerialNumber?: string
  TokenCode?: string
  ExternalId?: string
  RoleSessionName?: string
  SourceIdentity?: string
  TransitiveTagKeys?: string[]
  DurationSeconds?: number
}

/** Keys of a call to STS; MFA is that of the call: reference_policies_iam-condition-keys, "Available keys for AWS STS". A wrong code is refused after this. */
const stsKeys = (
  { SerialNumber, TokenCode, DurationSeconds, ...input }: Input,
  { session }: Caller,
): Keys => ({
  ...(SerialNumber !== undefined &&
    TokenCode !== undefined && { 'aws:MultiFactorAuthPresent': 'true', 'aws:MultiFactorAuthAge': '0' }),
  'sts:DurationSeconds': DurationSeconds?.toString(),
  'sts:ExternalId': input.ExternalId,
  'sts:RoleSessionName': input.RoleSessionName,
  'sts:SourceIdentity': session?.sourceIdentity ?? input.SourceIdentity,
  'sts:TransitiveTagKeys': input.TransitiveTagKeys,
})

/** Long-term keys carry no word about MFA at all: that is why `Bool` false does not catch them and `BoolIfExists` false does. */
const sessionKeys = (session: Caller['session'], now: Date): Keys =>
  session
    ? {
        'aws:MultiFactorAuthPresent': String(session.mfa),
        'aws:MultiFactorAuthAge': session.mfa ? String(seconds(now) - seconds(session.issuedAt)) : undefined,
        'aws:TokenIssueTime': session.issuedAt,
      }
    : {}

/**
 * The condition keys of a request.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export const requestContext = (
  caller: Caller,
  action: string,
  input: Input,
  resource: Resource,
  state: State,
  { now, region = 'us-east-1', userAgent }: Circumstances,
): RequestContext => {
  const { owner, session } = caller
  const user = owner.type === 'user' ? state.userById(owner.userId) : undefined
  const role = owner.type === 'role' ? state.roleById(owner.roleId) : undefined
  const keys: Keys = {
    // A role's own ARN, and not that of its session: reference_policies_condition-keys, aws:PrincipalArn.
    'aws:PrincipalArn': role ? roleArn(state, role) : caller.arn,
    'aws:PrincipalAccount': caller.accountId,
    'aws:PrincipalType': principalTypes[owner.type],
    'aws:PrincipalIsAWSService': 'false',
    'aws:ViaAWSService': 'false',
    'aws:userid': caller.userId,
    'aws:username': caller.userName,
    'aws:CurrentTime': now.toISOString(),
    'aws:EpochTime': String(seconds(now)),
    // The endpoint stands for AWS's own, which is reached over TLS alone.
    'aws:SecureTransport': 'true',
    'aws:RequestedRegion': region,
    // The endpoint listens on loopback alone.
    'aws:SourceIp': '127.0.0.1',
    'aws:UserAgent': userAgent,
    'aws:ResourceAccount': caller.accountId,
    'iam:PolicyARN': /^iam:(Attach|Detach)/.test(action) ? input.PolicyArn : undefined,
    'iam:PermissionsBoundary': boundaryKey(action, input, caller, state),
    'aws:TagKeys': input.TagKeys ?? input.Tags?.map(({ Key }) => Key),
    'aws:SourceIdentity': session?.sourceIdentity,
    ...sessionKeys(session, now),
    ...(action.startsWith('sts:') ? stsKeys(input, caller) : {}),
    // A session's tag has precedence over the role's of the same key (id_session-tags).
    ...tagKeys('aws:PrincipalTag', [...((user ?? role)?.tags ?? []), ...(session?.tags ?? [])]),
    ...tagKeys('aws:RequestTag', input.Tags ?? []),
    ...tagKeys('aws:ResourceTag', resource.tags),
    ...tagKeys('iam:ResourceTag', resource.tags),
  }
  return contextOf(keys)
}

/** Condition keys as the decision reads them: in lower case, and none without a value. An empty text is a value. */
export const contextOf = (keys: Keys): RequestContext => {
  const context = new Map<string, string[]>()
  for (const [key, value = []] of Object.entries(keys)) {
    const values = Array.isArray(value) ? value : [value]
    if (values.length > 0) context.set(key.toLowerCase(), values)
  }
  return context
}
