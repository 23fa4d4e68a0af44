import { EnableMFADeviceCommand } from '@aws-sdk/client-iam'
import { AwsError } from '../errors.ts'
import { operation } from '../operation.ts'
import { stamp } from './ids.ts'
import { findDevice, putDevice, requireMfaSession, takeCodes } from './mfa-device.ts'
import { findUser, putUser } from './user.ts'

/** Enables a device for a user, after two codes that follow each other. A user has eight at most. */
export const enableMFADevice = operation(
  EnableMFADeviceCommand,
  (
    { UserName, SerialNumber, AuthenticationCode1, AuthenticationCode2 },
    { state, caller, now, machineNow },
  ) => {
    requireMfaSession(state, caller, UserName)
    const user = findUser(state, UserName)
    const device = findDevice(state, SerialNumber)
    const owner = { type: 'user' as const, userId: user.id }
    if (device.enabledAt !== undefined) {
      const own = device.owner?.type === 'user' && device.owner.userId === user.id
      throw new AwsError(
        'EntityAlreadyExists',
        own ? `MFA Device for user ${user.name} already exists.` : 'MFA Device is already in use.',
      )
    }
    // Two emulators have this sentence; AWS's own was looked for and not found.
    if (user.mfaDevices.length >= 8)
      throw new AwsError('LimitExceeded', 'Cannot exceed quota for MFADevicesPerUser: 8')
    const taken = takeCodes(device, AuthenticationCode1, AuthenticationCode2, machineNow)
    putDevice(state, { ...taken, owner, enabledAt: stamp(now) })
    putUser(state, { ...user, mfaDevices: [...user.mfaDevices, device.serialNumber] })
  },
)
