import { DeactivateMFADeviceCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import type { MFADeviceRow } from '../state.ts'
import { findDeviceOf, putDevice, requireMfaSession } from './mfa-device.ts'
import { findUserOrCaller, putUser } from './user.ts'

/** Takes a device from a user. It stays, unassigned, until it is deleted. */
export const deactivateMFADevice = operation(
  DeactivateMFADeviceCommand,
  ({ UserName, SerialNumber }, { state, caller }) => {
    const user = findUserOrCaller(state, caller, UserName)
    requireMfaSession(state, caller, user.name)
    const { owner: _, enabledAt: __, ...device }: MFADeviceRow = findDeviceOf(state, user, SerialNumber)
    putDevice(state, device)
    putUser(state, { ...user, mfaDevices: user.mfaDevices.filter(serial => serial !== device.serialNumber) })
  },
)
