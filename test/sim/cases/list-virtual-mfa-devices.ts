import { ListVirtualMFADevicesCommand } from '@aws-sdk/client-iam'
import type { State } from '../../../src/sim/state.ts'
import { admin } from '../admin.ts'
import type { Case } from '../case.ts'
import { addDevice, addDeviceOf, serialOf } from '../device.ts'

/** Root and grace have a device each; one is nobody's. */
const three = (state: State) => {
  admin(state)
  addDeviceOf(state, 'grace', 'phone')
  addDeviceOf(state, undefined, 'root-account-mfa-device')
  addDevice(state, 'tablet', { tags: [{ Key: 'Team', Value: 'Blue' }] })
}

const phone = {
  SerialNumber: serialOf('phone'),
  User: {
    Path: '/',
    UserName: 'grace',
    UserId: 'AIDAGRACE',
    Arn: 'arn:aws:iam::111122223333:user/grace',
    CreateDate: '2026-01-01T00:00:00Z',
  },
  EnableDate: '2026-01-03T00:01:00Z',
}
const ofRoot = {
  SerialNumber: serialOf('root-account-mfa-device'),
  User: {
    UserId: '111122223333',
    Arn: 'arn:aws:iam::111122223333:root',
    CreateDate: '2026-01-01T00:00:00Z',
  },
  EnableDate: '2026-01-03T00:01:00Z',
}
const tablet = { SerialNumber: serialOf('tablet') }

export default [
  {
    name: 'all, without seeds, codes and tags; root without a name',
    rows: three,
    call: new ListVirtualMFADevicesCommand({}),
    expect: { output: { VirtualMFADevices: [phone, ofRoot, tablet], IsTruncated: false } },
  },
  {
    name: 'those that somebody has',
    rows: three,
    call: new ListVirtualMFADevicesCommand({ AssignmentStatus: 'Assigned' }),
    expect: { output: { VirtualMFADevices: [phone, ofRoot], IsTruncated: false } },
  },
  {
    name: 'those that nobody has',
    rows: three,
    call: new ListVirtualMFADevicesCommand({ AssignmentStatus: 'Unassigned' }),
    expect: { output: { VirtualMFADevices: [tablet], IsTruncated: false } },
  },
  {
    name: 'none',
    call: new ListVirtualMFADevicesCommand({ AssignmentStatus: 'Any' }),
    expect: { output: { VirtualMFADevices: [], IsTruncated: false } },
  },
  {
    name: 'a first page',
    rows: three,
    call: new ListVirtualMFADevicesCommand({ MaxItems: 2 }),
    expect: { output: { VirtualMFADevices: [phone, ofRoot], IsTruncated: true, Marker: '<Marker>' } },
  },
  {
    name: 'the page after it',
    rows: three,
    given: [new ListVirtualMFADevicesCommand({ MaxItems: 2 })],
    call: ([{ Marker }]) => new ListVirtualMFADevicesCommand({ MaxItems: 2, Marker }),
    expect: { output: { VirtualMFADevices: [tablet], IsTruncated: false } },
  },
  {
    name: 'a status there is not',
    call: new ListVirtualMFADevicesCommand({ AssignmentStatus: 'Lost' as never }),
    expect: {
      code: 'ValidationError',
      status: 400,
      message:
        "1 validation error detected: Value at 'assignmentStatus' failed to satisfy constraint: Member must satisfy enum value set: [Assigned, Unassigned, Any]",
    },
  },
] satisfies Case[]
