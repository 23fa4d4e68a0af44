import {
  DeactivateMFADeviceCommand,
  ListMFADevicesCommand,
  ListVirtualMFADevicesCommand,
} from '@aws-sdk/client-iam'
import type { State } from '../../../src/sim/state.ts'
import { admin } from '../admin.ts'
import type { Case } from '../case.ts'
import { addDevice, addDeviceOf, serialOf } from '../device.ts'
import { userNamed } from '../rows.ts'

/** Grace and ada have a device each, and there is a tablet of nobody. */
const adaAndGrace = (state: State) => {
  admin(state)
  state.users.put('ada', userNamed('ada'))
  addDeviceOf(state, 'grace', 'phone')
  addDeviceOf(state, 'ada', 'key')
  addDevice(state, 'tablet')
}

const needsMfa = {
  code: 'AccessDenied',
  status: 403,
  message:
    'To complete this action, please ensure that you are authenticated with an MFA device that is enabled for this user.',
}
const invalidDevice = { code: 'NoSuchEntity', status: 404, message: 'MFA Device invalid for user.' }
const noneOf = (UserName: string) => ({
  call: new ListMFADevicesCommand({ UserName }),
  output: { MFADevices: [], IsTruncated: false },
})

export default [
  {
    name: 'a device of a user, which then is nobody’s',
    rows: adaAndGrace,
    call: new DeactivateMFADeviceCommand({ UserName: 'ada', SerialNumber: serialOf('key') }),
    expect: { output: {} },
    afterwards: {
      call: new ListVirtualMFADevicesCommand({ AssignmentStatus: 'Unassigned' }),
      output: {
        VirtualMFADevices: [{ SerialNumber: serialOf('key') }, { SerialNumber: serialOf('tablet') }],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'one’s own, in a session with MFA, without a name',
    rows: adaAndGrace,
    as: 'grace',
    signedWith: 'a session with MFA',
    call: new DeactivateMFADeviceCommand({ SerialNumber: serialOf('phone') }),
    expect: { output: {} },
    afterwards: noneOf('grace'),
  },
  {
    name: 'one’s own, with a long-term key',
    rows: adaAndGrace,
    as: 'grace',
    signedWith: 'a long-term key',
    call: new DeactivateMFADeviceCommand({ UserName: 'grace', SerialNumber: serialOf('phone') }),
    expect: needsMfa,
  },
  {
    name: 'one’s own in a session without MFA, without a name, comes before what else is wrong',
    rows: adaAndGrace,
    as: 'grace',
    call: new DeactivateMFADeviceCommand({ SerialNumber: serialOf('nothing') }),
    expect: needsMfa,
  },
  {
    name: 'an admin without MFA may take another user’s',
    rows: adaAndGrace,
    as: 'grace',
    signedWith: 'a long-term key',
    call: new DeactivateMFADeviceCommand({ UserName: 'ada', SerialNumber: serialOf('key') }),
    expect: { output: {} },
    afterwards: noneOf('ada'),
  },
  {
    name: 'a device that another user has',
    rows: adaAndGrace,
    call: new DeactivateMFADeviceCommand({ UserName: 'ada', SerialNumber: serialOf('phone') }),
    expect: invalidDevice,
  },
  {
    name: 'a device that nobody has',
    rows: adaAndGrace,
    call: new DeactivateMFADeviceCommand({ UserName: 'ada', SerialNumber: serialOf('tablet') }),
    expect: invalidDevice,
  },
  {
    name: 'the device of root',
    rows: state => {
      adaAndGrace(state)
      addDeviceOf(state, undefined, 'root-account-mfa-device')
    },
    call: new DeactivateMFADeviceCommand({
      UserName: 'ada',
      SerialNumber: serialOf('root-account-mfa-device'),
    }),
    expect: invalidDevice,
  },
  {
    name: 'a device that does not exist',
    rows: adaAndGrace,
    call: new DeactivateMFADeviceCommand({ UserName: 'ada', SerialNumber: serialOf('nothing') }),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: 'MFA Device with serial number arn:aws:iam::111122223333:mfa/nothing does not exist.',
    },
  },
  {
    name: 'a user nobody is',
    call: new DeactivateMFADeviceCommand({ UserName: 'ada', SerialNumber: serialOf('phone') }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The user with name ada cannot be found.' },
  },
  {
    name: 'root has to say whose',
    rows: adaAndGrace,
    call: new DeactivateMFADeviceCommand({ SerialNumber: serialOf('phone') }),
    expect: {
      code: 'ValidationError',
      status: 400,
      message: 'Must specify userName when calling with non-User credentials',
    },
  },
  {
    name: 'a serial number of eight letters',
    call: new DeactivateMFADeviceCommand({ UserName: 'ada', SerialNumber: 'GAHT1234' }),
    expect: {
      code: 'ValidationError',
      status: 400,
      message:
        "1 validation error detected: Value at 'serialNumber' failed to satisfy constraint: Member must have length greater than or equal to 9",
    },
  },
] satisfies Case[]
