import { GetSessionTokenCommand } from '@aws-sdk/client-sts'
import { AwsError } from '../errors.ts'
import { deviceKey, isOf, putDevice } from '../iam/mfa-device.ts'
import { operation } from '../operation.ts'
import { addSession, newSession } from '../session.ts'
import type { MFADeviceRow, Owner, State } from '../state.ts'
import { attempted, verifyCode } from '../totp.ts'

/** Seconds a session may last (API_GetSessionToken): a user's twelve hours by default, root's one hour at most. */
const limits = { user: { most: 129_600, usual: 43_200 }, root: { most: 3600, usual: 3600 } }

/** Mints temporary credentials for the caller, with MFA when a device and a code are given. */
export const getSessionToken = operation(
  GetSessionTokenCommand,
  ({ DurationSeconds, SerialNumber, TokenCode }, { state, caller, now, machineNow }) => {
    if (caller.session)
      throw new AwsError('AccessDenied', 'Cannot call GetSessionToken with session credentials')
    const { owner } = caller
    if (owner.type !== 'root' && owner.type !== 'user') throw new Error(`${caller.arn} has no session.`)
    const { most, usual } = limits[owner.type]
    // The API reference: a longer one of root is cut to an hour.
    const seconds = Math.min(DurationSeconds ?? usual, most)
    const mfa = SerialNumber !== undefined && TokenCode !== undefined
    // Clients tell this answer by "provide both MFA serial number and one time pass code"; the words around it are those of its neighbours below.
    if (!mfa && (SerialNumber !== undefined || TokenCode !== undefined))
      throw new AwsError(
        'AccessDenied',
        'MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.',
      )
    if (mfa) takeCode(state, owner, SerialNumber, TokenCode, machineNow)
    const session = newSession({ owner, mfa, kind: 'session-token', now, seconds })
    addSession(state, session, now)
    return {
      Credentials: {
        AccessKeyId: session.id,
        SecretAccessKey: session.secret,
        SessionToken: session.token,
        Expiration: new Date(session.expiresAt),
      },
    }
  },
)

/** Both sentences are AWS's, with their spaces (recorded). */
const takeCode = (state: State, owner: Owner, serialNumber: string, code: string, machineNow: Date): void => {
  const device = state.mfaDevices.get(deviceKey(serialNumber))
  if (!device || !isOf(device, owner))
    throw new AwsError(
      'AccessDenied',
      'MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.',
    )
  const attempt = attempted(device, machineNow)
  const taken: MFADeviceRow | undefined = attempt.tooMany
    ? undefined
    : verifyCode(attempt.device, code, machineNow)
  if (!taken)
    throw new AwsError(
      'AccessDenied',
      'MultiFactorAuthentication failed with invalid MFA one time pass code. ',
      state => putDevice(state, attempt.device),
    )
  putDevice(state, taken)
}
