import { GetSessionTokenCommand } from '@aws-sdk/client-sts'
import { AwsError } from '../errors.ts'
import { operation } from '../operation.ts'
import { addSession, newSession } from '../session.ts'
import { credentialsOf } from './credentials.ts'
import { takeCode } from './take-code.ts'

/** Seconds a session may last (API_GetSessionToken): a user's twelve hours by default, root's one hour at most. */
const limits = { user: { most: 129_600, usual: 43_200 }, root: { most: 3600, usual: 3600 } }

/** Mints temporary credentials for the caller, with MFA when a device and a code are given. */
export const getSessionToken = operation(
  GetSessionTokenCommand,
  (input, { state, caller, now, machineNow }) => {
    const { owner } = caller
    if (caller.session || (owner.type !== 'root' && owner.type !== 'user'))
      throw new AwsError('AccessDenied', 'Cannot call GetSessionToken with session credentials')
    const { most, usual } = limits[owner.type]
    // The API reference: a longer one of root is cut to an hour.
    const seconds = Math.min(input.DurationSeconds ?? usual, most)
    const mfa = takeCode(state, owner, input, machineNow)
    const session = newSession({ owner, mfa, kind: 'session-token', now, seconds })
    addSession(state, session, now)
    return { Credentials: credentialsOf(session) }
  },
)
