import { ResyncMFADeviceCommand } from '@aws-sdk/client-iam'
import type { State } from '../../../src/sim/state.ts'
import { stepAt } from '../../../src/sim/totp.ts'
import { admin } from '../admin.ts'
import type { Case } from '../case.ts'
import { addDevice, addDeviceOf, codeIn, codes, serialOf } from '../device.ts'
import { userNamed } from '../rows.ts'

/** Grace has a phone whose code of this moment was taken, ada has nothing, and there is a tablet of nobody. */
const adaAndGrace = (state: State) => {
  admin(state)
  state.users.put('ada', userNamed('ada'))
  addDeviceOf(state, 'grace', 'phone', { lastStep: stepAt(new Date()) })
  addDevice(state, 'tablet')
}

const resync = (UserName: string, name: string, two: () => object) => () =>
  new ResyncMFADeviceCommand({ UserName, SerialNumber: serialOf(name), ...two() } as never)
const newer = () => codes(2)

const invalidCode = {
  code: 'InvalidAuthenticationCode',
  status: 403,
  message: 'Authentication code for device is not valid.',
}
const invalidDevice = { code: 'NoSuchEntity', status: 404, message: 'MFA Device invalid for user.' }

export default [
  {
    name: 'with two codes that are newer than the last ones',
    rows: adaAndGrace,
    call: resync('grace', 'phone', newer),
    expect: { output: {} },
  },
  {
    name: 'one’s own, with a long-term key: no MFA is asked for',
    rows: adaAndGrace,
    as: 'grace',
    signedWith: 'a long-term key',
    call: resync('grace', 'phone', () => codes(300)),
    expect: { output: {} },
  },
  {
    name: 'with codes that are not newer than the last ones',
    rows: adaAndGrace,
    call: resync('grace', 'phone', () => codes(0)),
    expect: invalidCode,
  },
  {
    name: 'with one code of before and one of after',
    rows: adaAndGrace,
    call: resync('grace', 'phone', () => ({
      AuthenticationCode1: codeIn(-3),
      AuthenticationCode2: codeIn(3),
    })),
    expect: invalidCode,
  },
  {
    name: 'a device that nobody has',
    rows: adaAndGrace,
    call: resync('grace', 'tablet', newer),
    expect: invalidDevice,
  },
  {
    name: 'a device that another user has',
    rows: adaAndGrace,
    call: resync('ada', 'phone', newer),
    expect: invalidDevice,
  },
  {
    name: 'a device that does not exist',
    rows: adaAndGrace,
    call: resync('grace', 'nothing', newer),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: 'MFA Device with serial number arn:aws:iam::111122223333:mfa/nothing does not exist.',
    },
  },
  {
    name: 'a user nobody is',
    rows: adaAndGrace,
    call: resync('nobody', 'phone', newer),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The user with name nobody cannot be found.' },
  },
  {
    name: 'a code of seven digits',
    rows: adaAndGrace,
    call: resync('grace', 'phone', () => ({ AuthenticationCode1: '1234567', AuthenticationCode2: '123456' })),
    expect: {
      code: 'ValidationError',
      status: 400,
      message:
        "1 validation error detected: Value at 'authenticationCode1' failed to satisfy constraint: Member must have length less than or equal to 6",
    },
  },
] satisfies Case[]
