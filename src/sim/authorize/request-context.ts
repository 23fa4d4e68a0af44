import type { Caller } from '../operation.ts'
import type { State, Tag } from '../state.ts'
import type { RequestContext } from './pattern.ts'
import type { Resource } from './resources.ts'

/** What the transport knows about a request. */
export type Circumstances = { now: Date; region?: string; sourceIp?: string }

type Keys = Record<string, string | string[] | undefined>

const seconds = (date: Date | string): number => Math.floor(new Date(date).getTime() / 1000)

const tagKeys = (prefix: string, tags: readonly Tag[]): Keys =>
  Object.fromEntries(tags.map(({ Key, Value }) => [`${prefix}/${Key}`, Value]))

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
  input: { PolicyArn?: string; Tags?: Tag[]; TagKeys?: string[] },
  resource: Resource,
  state: State,
  { now, region = 'us-east-1', sourceIp }: Circumstances,
): RequestContext => {
  const user = caller.owner.type === 'user' ? state.userById(caller.owner.userId) : undefined
  const keys: Keys = {
    'aws:PrincipalArn': caller.arn,
    'aws:PrincipalAccount': caller.accountId,
    'aws:PrincipalType': user ? 'User' : 'Account',
    'aws:PrincipalIsAWSService': 'false',
    'aws:ViaAWSService': 'false',
    'aws:userid': caller.userId,
    'aws:username': caller.userName,
    'aws:CurrentTime': now.toISOString(),
    'aws:EpochTime': String(seconds(now)),
    // The endpoint stands for AWS's own, which is reached over TLS alone.
    'aws:SecureTransport': 'true',
    'aws:RequestedRegion': region,
    'aws:SourceIp': sourceIp,
    'iam:PolicyARN': /^iam:(Attach|Detach)/.test(action) ? input.PolicyArn : undefined,
    'aws:TagKeys': input.TagKeys ?? input.Tags?.map(({ Key }) => Key),
    ...sessionKeys(caller.session, now),
    ...tagKeys('aws:PrincipalTag', user?.tags ?? []),
    ...tagKeys('aws:RequestTag', input.Tags ?? []),
    ...tagKeys('aws:ResourceTag', resource.tags),
    ...tagKeys('iam:ResourceTag', resource.tags),
  }
  return contextOf(keys)
}

/** Condition keys as the decision reads them: in lower case, and none without a value. An empty text is a value. */
export const contextOf = (keys: Keys): RequestContext =>
  new Map(
    Object.entries(keys).flatMap(([key, value = []]): [string, string[]][] => {
      const values = Array.isArray(value) ? value : [value]
      return values.length === 0 ? [] : [[key.toLowerCase(), values]]
    }),
  )
