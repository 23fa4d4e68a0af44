import { ResyncMFADeviceCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findDeviceOf, putDevice, takeCodes } from './mfa-device.ts'
import { findUser } from './user.ts'

/** Sets a device's drift anew from two codes that follow each other. Allowed without an MFA session (recorded). */
export const resyncMFADevice = operation(
  ResyncMFADeviceCommand,
  ({ UserName, SerialNumber, AuthenticationCode1, AuthenticationCode2 }, { state, machineNow }) => {
    const device = findDeviceOf(state, findUser(state, UserName), SerialNumber)
    putDevice(state, takeCodes(device, AuthenticationCode1, AuthenticationCode2, machineNow))
  },
)
