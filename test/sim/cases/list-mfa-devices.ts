import { ListMFADevicesCommand } from '@aws-sdk/client-iam'
import type { State } from '../../../src/sim/state.ts'
import { admin } from '../admin.ts'
import type { Case } from '../case.ts'
import { addDevice, addDeviceOf, serialOf } from '../device.ts'
import { userNamed } from '../rows.ts'

/** Grace has two devices, ada none; one is nobody's. */
const adaAndGrace = (state: State) => {
  admin(state)
  state.users.put('ada', userNamed('ada'))
  addDeviceOf(state, 'grace', 'phone')
  addDeviceOf(state, 'grace', 'laptop')
  addDevice(state, 'tablet')
}

const shown = (name: string) => ({
  UserName: 'grace',
  SerialNumber: serialOf(name),
  EnableDate: '2026-01-03T00:01:00Z',
})

export default [
  {
    name: 'the devices of a user',
    rows: adaAndGrace,
    call: new ListMFADevicesCommand({ UserName: 'grace' }),
    expect: { output: { MFADevices: [shown('laptop'), shown('phone')], IsTruncated: false } },
  },
  {
    name: 'one’s own, without a name',
    rows: adaAndGrace,
    as: 'grace',
    call: new ListMFADevicesCommand({}),
    expect: { output: { MFADevices: [shown('laptop'), shown('phone')], IsTruncated: false } },
  },
  {
    name: 'of a user who has none',
    rows: adaAndGrace,
    call: new ListMFADevicesCommand({ UserName: 'ada' }),
    expect: { output: { MFADevices: [], IsTruncated: false } },
  },
  {
    name: 'a first page',
    rows: adaAndGrace,
    call: new ListMFADevicesCommand({ UserName: 'grace', MaxItems: 1 }),
    expect: { output: { MFADevices: [shown('laptop')], IsTruncated: true, Marker: '<Marker>' } },
  },
  {
    name: 'the page after it',
    rows: adaAndGrace,
    given: [new ListMFADevicesCommand({ UserName: 'grace', MaxItems: 1 })],
    call: ([{ Marker }]) => new ListMFADevicesCommand({ UserName: 'grace', MaxItems: 1, Marker }),
    expect: { output: { MFADevices: [shown('phone')], IsTruncated: false } },
  },
  {
    name: 'a marker nobody gave',
    rows: adaAndGrace,
    call: new ListMFADevicesCommand({ UserName: 'grace', Marker: 'next' }),
    expect: { code: 'ValidationError', status: 400, message: 'Invalid Marker.' },
  },
  {
    name: 'a user nobody is',
    call: new ListMFADevicesCommand({ UserName: 'ada' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The user with name ada cannot be found.' },
  },
  {
    name: 'root has to say whose',
    call: new ListMFADevicesCommand({}),
    expect: {
      code: 'ValidationError',
      status: 400,
      message: 'Must specify userName when calling with non-User credentials',
    },
  },
  {
    name: 'a page of more than a thousand',
    call: new ListMFADevicesCommand({ UserName: 'ada', MaxItems: 1001 }),
    expect: {
      code: 'ValidationError',
      status: 400,
      message:
        "1 validation error detected: Value at 'maxItems' failed to satisfy constraint: Member must have value less than or equal to 1000",
    },
  },
] satisfies Case[]
