import { DeleteVirtualMFADeviceCommand } from '@aws-sdk/client-iam'
import { AwsError } from '../errors.ts'
import { operation } from '../operation.ts'
import { deviceKey, findDevice } from './mfa-device.ts'

/** Deletes a device that nobody has. */
export const deleteVirtualMFADevice = operation(
  DeleteVirtualMFADeviceCommand,
  ({ SerialNumber }, { state }) => {
    const device = findDevice(state, SerialNumber)
    if (device.enabledAt !== undefined)
      throw new AwsError('DeleteConflict', 'MFA VirtualDevice in use. Must deactivate first.')
    state.mfaDevices.delete(deviceKey(device.serialNumber))
  },
)
