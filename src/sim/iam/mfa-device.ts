import { AwsError } from '../errors.ts'
import type { Caller } from '../operation.ts'
import type { MFADeviceRow, Owner, State, UserRow } from '../state.ts'
import { attempted, synchronized } from '../totp.ts'

/** The row's key: serial numbers are unique without regard to case. */
export const deviceKey = (serialNumber: string): string => serialNumber.toLowerCase()

/** Stores a changed device. */
export const putDevice = (state: State, device: MFADeviceRow): void =>
  state.mfaDevices.put(deviceKey(device.serialNumber), device)

/** The device of this serial number, or `NoSuchEntity`. The sentence is recorded for deleting and deactivating. */
export const findDevice = (state: State, serialNumber: string): Readonly<MFADeviceRow> => {
  const device = state.mfaDevices.get(deviceKey(serialNumber))
  if (!device)
    throw new AwsError('NoSuchEntity', `MFA Device with serial number ${serialNumber} does not exist.`)
  return device
}

/** Whether a device is enabled for this owner. */
export const isOf = ({ enabledAt, owner }: Readonly<MFADeviceRow>, who: Owner): boolean =>
  enabledAt !== undefined &&
  (who.type === 'root' ? owner?.type === 'root' : owner?.type === 'user' && owner.userId === who.userId)

/** The device, enabled on this user, or AWS's `NoSuchEntity` for one that is not. */
export const findDeviceOf = (
  state: State,
  user: Readonly<UserRow>,
  serialNumber: string,
): Readonly<MFADeviceRow> => {
  const device = findDevice(state, serialNumber)
  if (!isOf(device, { type: 'user', userId: user.id }))
    throw new AwsError('NoSuchEntity', 'MFA Device invalid for user.')
  return device
}

/** What AWS says to whoever has a device and is signed in without it (security bulletin AWS-2023-001). */
export const mfaSessionWanted =
  'To complete this action, please ensure that you are authenticated with an MFA device that is enabled for this user.'

/**
 * A user who has a device changes their own devices only in a session with MFA. Comes before every other error
 * (AWS security bulletin AWS-2023-001; recorded).
 */
export const requireMfaSession = (state: State, caller: Caller, userName: string): void => {
  const { owner, session } = caller
  if (owner.type !== 'user' || caller.userName?.toLowerCase() !== userName.toLowerCase()) return
  if ((state.userById(owner.userId)?.mfaDevices.length ?? 0) === 0 || session?.mfa) return
  throw new AwsError('AccessDenied', mfaSessionWanted)
}

/**
 * The device after two codes, or `InvalidAuthenticationCode`. Wrong codes count though the operation fails: the error carries what to keep.
 */
export const takeCodes = (
  device: Readonly<MFADeviceRow>,
  code1: string,
  code2: string,
  machineNow: Date,
): MFADeviceRow => {
  const attempt = attempted(device, machineNow)
  const taken = attempt.tooMany ? undefined : synchronized(attempt.device, code1, code2, machineNow)
  if (taken) return taken
  throw new AwsError('InvalidAuthenticationCode', 'Authentication code for device is not valid.', state => {
    if (state.mfaDevices.has(deviceKey(device.serialNumber))) putDevice(state, attempt.device)
  })
}
