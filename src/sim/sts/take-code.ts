import { AwsError } from '../errors.ts'
import { deviceKey, isOf, putDevice } from '../iam/mfa-device.ts'
import type { MFADeviceRow, Owner, State } from '../state.ts'
import { attempted, verifyCode } from '../totp.ts'

type Sent = { SerialNumber?: string | undefined; TokenCode?: string | undefined }

/** Checks the MFA code of a call to STS, if it has one, and says whether it had. The sentences are AWS's, with their spaces (recorded). */
export const takeCode = (
  state: State,
  owner: Owner,
  { SerialNumber, TokenCode }: Sent,
  machineNow: Date,
): boolean => {
  if (SerialNumber === undefined && TokenCode === undefined) return false
  // Clients tell this answer by "provide both MFA serial number and one time pass code"; the words around it are those of its neighbours below.
  if (SerialNumber === undefined || TokenCode === undefined)
    throw new AwsError(
      'AccessDenied',
      'MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.',
    )
  const device = state.mfaDevices.get(deviceKey(SerialNumber))
  if (!device || !isOf(device, owner))
    throw new AwsError(
      'AccessDenied',
      'MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.',
    )
  const attempt = attempted(device, machineNow)
  const taken: MFADeviceRow | undefined = attempt.tooMany
    ? undefined
    : verifyCode(attempt.device, TokenCode, machineNow)
  if (!taken)
    throw new AwsError(
      'AccessDenied',
      'MultiFactorAuthentication failed with invalid MFA one time pass code. ',
      state => putDevice(state, attempt.device),
    )
  putDevice(state, taken)
  return true
}
