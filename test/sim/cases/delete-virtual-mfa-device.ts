import { DeleteVirtualMFADeviceCommand, ListVirtualMFADevicesCommand } from '@aws-sdk/client-iam'
import { admin } from '../admin.ts'
import type { Case } from '../case.ts'
import { addDevice, addDeviceOf, serialOf } from '../device.ts'

const inUse = {
  code: 'DeleteConflict',
  status: 409,
  message: 'MFA VirtualDevice in use. Must deactivate first.',
}

export default [
  {
    name: 'a device that nobody has',
    rows: state => addDevice(state, 'tablet'),
    call: new DeleteVirtualMFADeviceCommand({ SerialNumber: serialOf('tablet') }),
    expect: { output: {} },
    afterwards: {
      call: new ListVirtualMFADevicesCommand({}),
      output: { VirtualMFADevices: [], IsTruncated: false },
    },
  },
  {
    name: 'a device that a user has',
    rows: state => {
      admin(state)
      addDeviceOf(state, 'grace', 'phone')
    },
    call: new DeleteVirtualMFADeviceCommand({ SerialNumber: serialOf('phone') }),
    expect: inUse,
  },
  {
    name: 'the device of root',
    rows: state => addDeviceOf(state, undefined, 'root-account-mfa-device'),
    call: new DeleteVirtualMFADeviceCommand({ SerialNumber: serialOf('root-account-mfa-device') }),
    expect: inUse,
  },
  {
    name: 'a device that does not exist',
    call: new DeleteVirtualMFADeviceCommand({ SerialNumber: serialOf('nothing') }),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: 'MFA Device with serial number arn:aws:iam::111122223333:mfa/nothing does not exist.',
    },
  },
  {
    name: 'a serial number with a space',
    call: new DeleteVirtualMFADeviceCommand({ SerialNumber: serialOf('my phone') }),
    expect: {
      code: 'ValidationError',
      status: 400,
      message:
        "1 validation error detected: Value at 'serialNumber' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=/:,.@-]+",
    },
  },
] satisfies Case[]
