import { ListMFADevicesCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { deviceKey } from './mfa-device.ts'
import { page } from './page.ts'
import { findUserOrCaller } from './user.ts'

/** The enabled devices of a user, or of the caller. */
export const listMFADevices = operation(
  ListMFADevicesCommand,
  ({ UserName, ...paging }, { state, caller }) => {
    const user = findUserOrCaller(state, caller, UserName)
    const [serials, paged] = page(user.mfaDevices, deviceKey, paging)
    return {
      MFADevices: serials.map(SerialNumber => ({
        UserName: user.name,
        SerialNumber,
        EnableDate: new Date(state.mfaDevices.get(deviceKey(SerialNumber))!.enabledAt!),
      })),
      ...paged,
    }
  },
)
