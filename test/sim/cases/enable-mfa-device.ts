import {
  CreateUserCommand,
  CreateVirtualMFADeviceCommand,
  EnableMFADeviceCommand,
  ListMFADevicesCommand,
  ListVirtualMFADevicesCommand,
} from '@aws-sdk/client-iam'
import type { State } from '../../../src/sim/state.ts'
import { stepAt } from '../../../src/sim/totp.ts'
import { admin } from '../admin.ts'
import type { Case } from '../case.ts'
import { addDevice, addDeviceOf, codeIn, codes, serialOf } from '../device.ts'
import { userNamed } from '../rows.ts'

/** Ada has no device, grace has a phone, and there is a tablet of nobody. */
const adaAndGrace = (state: State) => {
  admin(state)
  state.users.put('ada', userNamed('ada'))
  addDeviceOf(state, 'grace', 'phone')
  addDevice(state, 'tablet')
}

/** As it was before anybody had a device. */
const adminAlone = (state: State) => {
  admin(state)
  addDevice(state, 'tablet')
}

const enable = (UserName: string, name: string, two: () => object = codes) => {
  return () => new EnableMFADeviceCommand({ UserName, SerialNumber: serialOf(name), ...two() } as never)
}
const listed = (UserName: string, ...names: string[]) => ({
  call: new ListMFADevicesCommand({ UserName }),
  output: {
    MFADevices: names.map(name => ({
      UserName,
      SerialNumber: serialOf(name),
      EnableDate: name === 'phone' ? '2026-01-03T00:01:00Z' : '<now>',
    })),
    IsTruncated: false,
  },
})
const invalidCode = {
  code: 'InvalidAuthenticationCode',
  status: 403,
  message: 'Authentication code for device is not valid.',
}
const needsMfa = {
  code: 'AccessDenied',
  status: 403,
  message:
    'To complete this action, please ensure that you are authenticated with an MFA device that is enabled for this user.',
}

export default [
  {
    name: 'a device that was just made, with two codes of its seed',
    given: [
      new CreateUserCommand({ UserName: 'ada' }),
      new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: 'laptop' }),
    ],
    call: ([, { VirtualMFADevice }]) => {
      const seed = Buffer.from(VirtualMFADevice.Base32StringSeed).toString()
      return new EnableMFADeviceCommand({
        UserName: 'ada',
        SerialNumber: VirtualMFADevice.SerialNumber,
        AuthenticationCode1: codeIn(0, seed),
        AuthenticationCode2: codeIn(1, seed),
      })
    },
    expect: { output: {} },
    afterwards: {
      call: new ListVirtualMFADevicesCommand({ AssignmentStatus: 'Assigned' }),
      output: {
        VirtualMFADevices: [
          {
            SerialNumber: serialOf('laptop'),
            User: {
              Path: '/',
              UserName: 'ada',
              UserId: '<UserId>',
              Arn: 'arn:aws:iam::111122223333:user/ada',
              CreateDate: '<now>',
            },
            EnableDate: '<now>',
          },
        ],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'a first device of one’s own, with a long-term key',
    rows: adminAlone,
    as: 'grace',
    signedWith: 'a long-term key',
    call: enable('grace', 'tablet'),
    expect: { output: {} },
    afterwards: listed('grace', 'tablet'),
  },
  {
    name: 'a second device of one’s own, in a session with MFA',
    rows: adaAndGrace,
    as: 'grace',
    signedWith: 'a session with MFA',
    call: enable('grace', 'tablet'),
    expect: { output: {} },
    afterwards: listed('grace', 'phone', 'tablet'),
  },
  {
    name: 'a second device of one’s own, with a long-term key',
    rows: adaAndGrace,
    as: 'grace',
    signedWith: 'a long-term key',
    call: enable('grace', 'tablet'),
    expect: needsMfa,
    afterwards: listed('grace', 'phone'),
  },
  {
    name: 'a second device of one’s own, in a session without MFA, comes before what else is wrong',
    rows: adaAndGrace,
    as: 'grace',
    call: enable('Grace', 'nothing'),
    expect: needsMfa,
  },
  {
    name: 'an admin without MFA may give another user a device',
    rows: adaAndGrace,
    as: 'grace',
    signedWith: 'a long-term key',
    call: enable('ada', 'tablet'),
    expect: { output: {} },
    afterwards: listed('ada', 'tablet'),
  },
  {
    name: 'a phone whose clock is hours off',
    rows: adaAndGrace,
    call: enable('ada', 'tablet', () => codes(-500)),
    expect: { output: {} },
  },
  {
    name: 'the same code twice',
    rows: adaAndGrace,
    call: enable('ada', 'tablet', () => ({ AuthenticationCode1: codeIn(0), AuthenticationCode2: codeIn(0) })),
    expect: invalidCode,
    afterwards: listed('ada'),
  },
  {
    name: 'two codes in the wrong order',
    rows: adaAndGrace,
    call: enable('ada', 'tablet', () => ({
      AuthenticationCode1: codeIn(0),
      AuthenticationCode2: codeIn(-1),
    })),
    expect: invalidCode,
  },
  {
    name: 'two codes that do not follow each other',
    rows: adaAndGrace,
    call: enable('ada', 'tablet', () => ({
      AuthenticationCode1: codeIn(-2),
      AuthenticationCode2: codeIn(0),
    })),
    expect: invalidCode,
  },
  {
    name: 'codes that the device was enabled with before',
    rows: state => {
      state.users.put('ada', userNamed('ada'))
      addDevice(state, 'tablet', { lastStep: stepAt(new Date()) })
    },
    call: enable('ada', 'tablet'),
    expect: invalidCode,
  },
  {
    name: 'a tenth try within three minutes, though its codes are right',
    rows: state => {
      state.users.put('ada', userNamed('ada'))
      addDevice(state, 'tablet', { attempts: Array.from({ length: 9 }, () => new Date().toISOString()) })
    },
    call: enable('ada', 'tablet'),
    expect: invalidCode,
  },
  {
    name: 'a user nobody is',
    rows: adaAndGrace,
    call: enable('nobody', 'tablet'),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The user with name nobody cannot be found.' },
  },
  {
    name: 'a device that does not exist',
    rows: adaAndGrace,
    call: enable('ada', 'nothing'),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: 'MFA Device with serial number arn:aws:iam::111122223333:mfa/nothing does not exist.',
    },
  },
  {
    name: 'a device the user has already',
    rows: adaAndGrace,
    call: enable('grace', 'phone'),
    expect: {
      code: 'EntityAlreadyExists',
      status: 409,
      message: 'MFA Device for user grace already exists.',
    },
  },
  {
    name: 'a device that another user has',
    rows: adaAndGrace,
    call: enable('ada', 'phone'),
    expect: { code: 'EntityAlreadyExists', status: 409, message: 'MFA Device is already in use.' },
  },
  {
    name: 'the device of root',
    rows: state => {
      state.users.put('ada', userNamed('ada'))
      addDeviceOf(state, undefined, 'root-account-mfa-device')
    },
    call: enable('ada', 'root-account-mfa-device'),
    expect: { code: 'EntityAlreadyExists', status: 409, message: 'MFA Device is already in use.' },
  },
  {
    name: 'a ninth device',
    rows: state => {
      state.users.put('ada', userNamed('ada'))
      for (let index = 1; index <= 8; index++) addDeviceOf(state, 'ada', `phone-${index}`)
      addDevice(state, 'tablet')
    },
    call: enable('ada', 'tablet'),
    expect: { code: 'LimitExceeded', status: 409, message: 'Cannot exceed quota for MFADevicesPerUser: 8' },
  },
  {
    name: 'codes that are not six digits',
    rows: adaAndGrace,
    call: enable('ada', 'tablet', () => ({ AuthenticationCode1: '12345', AuthenticationCode2: 'abcdef' })),
    expect: {
      code: 'ValidationError',
      status: 400,
      message:
        "2 validation errors detected: Value at 'authenticationCode1' failed to satisfy constraint: Member must have length greater than or equal to 6; Value at 'authenticationCode2' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\d]+",
    },
  },
  {
    name: 'no second code',
    rows: adaAndGrace,
    call: enable('ada', 'tablet', () => ({ AuthenticationCode1: '123456' })),
    expect: {
      code: 'ValidationError',
      status: 400,
      message:
        "1 validation error detected: Value at 'authenticationCode2' failed to satisfy constraint: Member must not be null",
    },
  },
] satisfies Case[]
