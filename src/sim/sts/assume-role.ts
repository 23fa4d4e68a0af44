import { AssumeRoleCommand } from '@aws-sdk/client-sts'
import { callerOf } from '../caller.ts'
import { AwsError } from '../errors.ts'
import { roleOfArn } from '../iam/role.ts'
import { operation, type Caller } from '../operation.ts'
import { addSession, newSession } from '../session.ts'
import type { RoleRow, SessionRow, Tag } from '../state.ts'
import { credentialsOf } from './credentials.ts'
import { packedPolicySize, sessionPolicies, sessionTags } from './session-policies.ts'
import { takeCode } from './take-code.ts'

/** Mints temporary credentials of a role. Whether the caller may have it is the authorization's question: the role's trust policy and the caller's own. */
export const assumeRole = operation(AssumeRoleCommand, (input, { state, caller, now, machineNow }) => {
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html; the sentence is what clients show in public issues.
  if (caller.owner.type === 'root')
    throw new AwsError('AccessDenied', 'Roles may not be assumed by root accounts.')
  const role = roleOfArn(state, input.RoleArn)!
  const seconds = secondsOf(input.DurationSeconds, role, caller)
  // Only a user has a device.
  const device = caller.owner.type === 'user' ? caller.owner : ({ type: 'user', userId: '' } as const)
  const mfa = takeCode(state, device, input, machineNow)
  const SourceIdentity = caller.session?.sourceIdentity ?? input.SourceIdentity
  const session = newSession({
    owner: { type: 'role', roleId: role.id, sessionName: input.RoleSessionName },
    mfa,
    kind: 'assumed-role',
    now,
    seconds,
    ...sessionPolicies(state, input),
    ...tagsOf(sessionTags(input), input.TransitiveTagKeys ?? [], caller),
    ...(SourceIdentity !== undefined && { sourceIdentity: SourceIdentity }),
  })
  addSession(state, session, now)
  const { userId, arn } = callerOf(state, session.owner, session.id, session)
  return {
    Credentials: credentialsOf(session),
    AssumedRoleUser: { AssumedRoleId: userId, Arn: arn },
    ...packedPolicySize(input),
    ...(SourceIdentity !== undefined && { SourceIdentity }),
  }
})

/** An hour unless the call says otherwise, and no more than the role allows; a role that assumes another has an hour at most. Both sentences are AWS's, as public issues show them. */
const secondsOf = (
  seconds = 3600,
  { maxSessionDuration }: Readonly<RoleRow>,
  { session }: Caller,
): number => {
  if (session?.kind === 'assumed-role' && seconds > 3600)
    throw new AwsError(
      'ValidationError',
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    )
  if (seconds > maxSessionDuration)
    throw new AwsError(
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    )
  return seconds
}

/** A session's tags: those that are sent, and the transitive ones of the session before it, which cannot be set anew. */
const tagsOf = (
  sent: Tag[],
  transitiveKeys: string[],
  { session }: Caller,
): Pick<SessionRow, 'tags' | 'transitive'> => {
  const among = (keys: readonly string[], key: string) =>
    keys.some(each => each.toLowerCase() === key.toLowerCase())
  const inherited = (session?.tags ?? []).filter(({ Key }) => among(session?.transitive ?? [], Key))
  const sentKeys = sent.map(({ Key }) => Key)
  if (!transitiveKeys.every(key => among(sentKeys, key)))
    throw new AwsError(
      'InvalidParameterValue',
      'The specified transitive tag key must be included in the requested tags.',
    )
  if (inherited.some(({ Key }) => among(sentKeys, Key)))
    throw new AwsError(
      'InvalidParameterValue',
      "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.",
    )
  return {
    tags: [...inherited, ...sent],
    transitive: [...inherited.map(({ Key }) => Key), ...transitiveKeys],
  }
}
