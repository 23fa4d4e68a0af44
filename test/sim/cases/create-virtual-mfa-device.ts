import { CreateVirtualMFADeviceCommand, ListVirtualMFADevicesCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { addDevice, serialOf } from '../device.ts'

const exists = { code: 'EntityAlreadyExists', status: 409, message: 'MFA device already exists.' }

export default [
  {
    name: 'the one time the seed is shown, as text and as a QR code',
    call: new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: 'phone' }),
    expect: {
      output: {
        VirtualMFADevice: {
          SerialNumber: serialOf('phone'),
          Base32StringSeed: '<Base32StringSeed>',
          QRCodePNG: '<QRCodePNG>',
        },
      },
    },
    afterwards: {
      call: new ListVirtualMFADevicesCommand({}),
      output: { VirtualMFADevices: [{ SerialNumber: serialOf('phone') }], IsTruncated: false },
    },
  },
  {
    name: 'a device with a path and tags',
    call: new CreateVirtualMFADeviceCommand({
      VirtualMFADeviceName: 'phone',
      Path: '/team/',
      Tags: [{ Key: 'Team', Value: 'Blue' }],
    }),
    expect: {
      output: {
        VirtualMFADevice: {
          SerialNumber: serialOf('team/phone'),
          Base32StringSeed: '<Base32StringSeed>',
          QRCodePNG: '<QRCodePNG>',
          Tags: [{ Key: 'Team', Value: 'Blue' }],
        },
      },
    },
  },
  {
    name: 'a name that an abandoned device has',
    given: [new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: 'phone' })],
    call: new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: 'phone' }),
    expect: exists,
  },
  {
    name: 'a name that is taken but for its case',
    given: [new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: 'phone' })],
    call: new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: 'Phone' }),
    expect: exists,
  },
  {
    name: 'a name that is taken, below another path',
    given: [new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: 'phone' })],
    call: new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: 'phone', Path: '/team/' }),
    expect: {
      output: {
        VirtualMFADevice: {
          SerialNumber: serialOf('team/phone'),
          Base32StringSeed: '<Base32StringSeed>',
          QRCodePNG: '<QRCodePNG>',
        },
      },
    },
  },
  {
    name: 'more devices than an account may have, though nobody has them',
    rows: state => {
      for (let n = 1; n <= 5000; n++) addDevice(state, `phone-${n}`)
    },
    call: new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: 'phone' }),
    expect: {
      code: 'LimitExceeded',
      status: 409,
      message: 'Cannot exceed quota for VirtualMFADevicesPerAccount: 5000',
    },
  },
  {
    name: 'the same tag twice',
    call: new CreateVirtualMFADeviceCommand({
      VirtualMFADeviceName: 'phone',
      Tags: [
        { Key: 'team', Value: '1' },
        { Key: 'team', Value: '2' },
      ],
    }),
    expect: {
      code: 'InvalidInput',
      status: 400,
      message: 'Duplicate tag keys found.',
    },
    afterwards: {
      call: new ListVirtualMFADevicesCommand({}),
      output: { VirtualMFADevices: [], IsTruncated: false },
    },
  },
  {
    name: 'a name with a character that names do not have',
    call: new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: 'my phone' }),
    expect: {
      code: 'ValidationError',
      status: 400,
      message:
        'The specified value for virtualMFADeviceName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-',
    },
  },
  {
    name: 'a name of 227 letters',
    call: new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: 'a'.repeat(227) }),
    expect: {
      code: 'ValidationError',
      status: 400,
      message:
        "1 validation error detected: Value at 'virtualMFADeviceName' failed to satisfy constraint: Member must have length less than or equal to 226",
    },
  },
  {
    name: 'no name',
    call: new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: undefined }),
    expect: {
      code: 'ValidationError',
      status: 400,
      message:
        "1 validation error detected: Value at 'virtualMFADeviceName' failed to satisfy constraint: Member must not be null",
    },
  },
  {
    name: 'a path that does not end in a slash',
    call: new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: 'phone', Path: '/team' }),
    expect: {
      code: 'ValidationError',
      status: 400,
      message:
        'The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.',
    },
  },
] satisfies Case[]
