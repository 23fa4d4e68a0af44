import { AwsError } from './errors.ts'
import type { Caller } from './operation.ts'
import type { Principal, SessionRow, State } from './state.ts'

/** Whose key it is, and the secret its requests must be signed with. */
export type Identified = { caller: Caller; secret: string }

/** Finds the caller behind an access key id. Throws `InvalidClientTokenId` or `ExpiredToken`. `now` is the account's time. */
export const findCaller = (
  state: State,
  { accessKeyId, sessionToken }: { accessKeyId: string; sessionToken?: string | undefined },
  now: Date,
): Identified => {
  const session = state.sessions.get(accessKeyId)
  if (session !== undefined) {
    if (session.token !== sessionToken) throw invalidToken()
    if (new Date(session.expiresAt) <= now)
      throw new AwsError('ExpiredToken', 'The security token included in the request is expired')
    return { caller: callerOf(state, session.owner, accessKeyId, session), secret: session.secret }
  }
  const key = state.accessKeys.get(accessKeyId)
  if (key === undefined || key.status !== 'Active' || sessionToken !== undefined) throw invalidToken()
  return { caller: callerOf(state, key.owner, accessKeyId), secret: key.secret }
}

const invalidToken = (): AwsError =>
  new AwsError('InvalidClientTokenId', 'The security token included in the request is invalid.')

/** What an operation may know of a session: not its secret, nor its token. */
const inSession = (session: SessionRow): Required<Caller>['session'] => {
  const { id: _, secret: __, token: ___, owner: ____, expiresAt: _____, ...rest } = session
  return rest
}

/** Who signs with a key: its owner, in a session if there is one. */
export const callerOf = (
  state: State,
  owner: Principal,
  accessKeyId: string,
  session?: SessionRow,
): Caller => {
  const accountId = state.account.id
  const common = {
    owner,
    accountId,
    accessKeyId,
    ...(session !== undefined && {
      session: inSession(session),
    }),
  }
  switch (owner.type) {
    case 'root':
      return { ...common, arn: `arn:aws:iam::${accountId}:root`, userId: accountId }
    case 'user': {
      const user = state.userById(owner.userId)
      if (user === undefined) throw invalidToken()
      return {
        ...common,
        arn: `arn:aws:iam::${accountId}:user${user.path}${user.name}`,
        userId: user.id,
        userName: user.name,
      }
    }
    case 'role': {
      const role = state.roleById(owner.roleId)
      if (role === undefined) throw invalidToken()
      return {
        ...common,
        arn: `arn:aws:sts::${accountId}:assumed-role/${role.name}/${owner.sessionName}`,
        userId: `${role.id}:${owner.sessionName}`,
      }
    }
    case 'federated-user': {
      if (owner.by.type === 'user' && state.userById(owner.by.userId) === undefined) throw invalidToken()
      return {
        ...common,
        arn: `arn:aws:sts::${accountId}:federated-user/${owner.name}`,
        userId: `${accountId}:${owner.name}`,
      }
    }
  }
}

/**
 * What temporary credentials may not do, whatever the policies say: those of GetSessionToken without MFA may not call IAM, and in STS
 * only AssumeRole and GetCallerIdentity (https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html). A federated
 * user may not call IAM, and in STS only GetCallerIdentity (API_GetFederationToken).
 */
export const checkSession = ({ session }: Caller, service: string, operation: string): void => {
  if (session === undefined) return
  const { kind, mfa } = session
  if (service === 'iam' && (kind === 'federated-user' || (kind === 'session-token' && !mfa)))
    throw invalidToken()
  if (service !== 'sts' || operation === 'GetCallerIdentity') return
  if (operation === 'AssumeRole' && kind !== 'federated-user') return
  // AWS's sentence was seen for GetSessionToken; the other calls of a console session or a role are not restricted.
  const restricted = kind === 'session-token' || kind === 'federated-user'
  if (restricted || operation === 'GetSessionToken' || operation === 'GetFederationToken')
    throw new AwsError('AccessDenied', `Cannot call ${operation} with session credentials`)
}
