import { GetFederationTokenCommand } from '@aws-sdk/client-sts'
import { callerOf } from '../caller.ts'
import { AwsError } from '../errors.ts'
import { operation } from '../operation.ts'
import { addSession, newSession } from '../session.ts'
import { credentialsOf } from './credentials.ts'
import { packedPolicySize, sessionPolicies, sessionTags } from './session-policies.ts'

/** Seconds a session may last (API_GetFederationToken): twelve hours by default, root's one hour at most. */
const limits = { user: { most: 129_600, usual: 43_200 }, root: { most: 3600, usual: 3600 } }

/** Mints temporary credentials for somebody whom a user or root names: what both the user's and the session's policies allow. */
export const getFederationToken = operation(GetFederationTokenCommand, (input, { state, caller, now }) => {
  const { owner: by } = caller
  if (caller.session || (by.type !== 'root' && by.type !== 'user'))
    throw new AwsError('AccessDenied', 'Cannot call GetFederationToken with session credentials')
  const { most, usual } = limits[by.type]
  const session = newSession({
    owner: { type: 'federated-user', name: input.Name, by },
    mfa: false,
    kind: 'federated-user',
    now,
    seconds: Math.min(input.DurationSeconds ?? usual, most),
    ...sessionPolicies(state, input),
    tags: sessionTags(input),
  })
  addSession(state, session, now)
  const { userId, arn } = callerOf(state, session.owner, session.id, session)
  return {
    Credentials: credentialsOf(session),
    FederatedUser: { FederatedUserId: userId, Arn: arn },
    ...packedPolicySize(input),
  }
})
