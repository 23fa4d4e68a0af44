import { ListVirtualMFADevicesCommand, type User } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import type { Owner, State } from '../state.ts'
import { deviceKey } from './mfa-device.ts'
import { page } from './page.ts'
import { callingUser, userView } from './user.ts'

/** The virtual devices, of root too. Never seeds, QR codes or tags (recorded). */
export const listVirtualMFADevices = operation(
  ListVirtualMFADevicesCommand,
  ({ AssignmentStatus = 'Any', ...paging }, { state }) => {
    const wanted = [...state.mfaDevices.values()].filter(
      ({ enabledAt }) =>
        AssignmentStatus === 'Any' || (AssignmentStatus === 'Assigned') === (enabledAt !== undefined),
    )
    const [devices, paged] = page(wanted, ({ serialNumber }) => deviceKey(serialNumber), paging)
    return {
      VirtualMFADevices: devices.map(({ serialNumber, owner, enabledAt }) => ({
        SerialNumber: serialNumber,
        ...(owner && enabledAt && { User: ownerView(state, owner), EnableDate: new Date(enabledAt) }),
      })),
      ...paged,
    }
  },
)

/** Root is shown without name and path, as `iam:GetUser` shows it. */
const ownerView = (state: State, owner: Owner): User =>
  owner.type === 'user'
    ? userView(state, callingUser(state, owner.userId))
    : ({
        UserId: state.account.id,
        Arn: `arn:aws:iam::${state.account.id}:root`,
        CreateDate: new Date(state.account.createdAt),
      } as User)
