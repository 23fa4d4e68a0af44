import { GetSessionTokenCommand } from '@aws-sdk/client-sts'
import type { State } from '../../../src/sim/state.ts'
import { stepAt } from '../../../src/sim/totp.ts'
import { admin } from '../admin.ts'
import type { Case } from '../case.ts'
import { addDevice, addDeviceOf, codeIn, serialOf } from '../device.ts'
import { userNamed } from '../rows.ts'

/** Grace, ada and root have a device each; a tablet is nobody's. Ada may do nothing. */
const people = (state: State) => {
  admin(state)
  state.users.put('ada', userNamed('ada'))
  addDeviceOf(state, 'grace', 'phone')
  addDeviceOf(state, 'ada', 'key')
  addDeviceOf(state, undefined, 'root-account-mfa-device')
  addDevice(state, 'tablet')
}

const graceWithKey = { rows: people, as: 'grace', signedWith: 'a long-term key' as const }
const lasting = (seconds: number) => ({
  output: {
    Credentials: {
      AccessKeyId: '<SessionKeyId>',
      SecretAccessKey: '<SecretAccessKey>',
      SessionToken: '<SessionToken>',
      Expiration: `<in ${seconds} s>`,
    },
  },
})
const withDevice = (name: string, code: () => string) => () =>
  new GetSessionTokenCommand({ SerialNumber: serialOf(name), TokenCode: code() })

const invalidDevice = {
  code: 'AccessDenied',
  status: 403,
  message:
    'MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.',
}
const invalidCode = {
  code: 'AccessDenied',
  status: 403,
  message: 'MultiFactorAuthentication failed with invalid MFA one time pass code. ',
}
const bothOrNone = {
  code: 'AccessDenied',
  status: 403,
  message: 'MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.',
}
const fromSession = {
  code: 'AccessDenied',
  status: 403,
  message: 'Cannot call GetSessionToken with session credentials',
}
const duration = (seconds: number, words: string) => ({
  code: 'ValidationError',
  status: 400,
  message: `1 validation error detected: Value '${seconds}' at 'durationSeconds' failed to satisfy constraint: Member must have value ${words}`,
})

export default [
  {
    name: 'a user: twelve hours',
    ...graceWithKey,
    call: new GetSessionTokenCommand({}),
    expect: lasting(43_200),
  },
  {
    name: 'a user whom nothing allows anything: no permission is needed',
    ...graceWithKey,
    as: 'ada',
    call: new GetSessionTokenCommand({}),
    expect: lasting(43_200),
  },
  {
    name: 'a user: as long as 36 hours',
    ...graceWithKey,
    call: new GetSessionTokenCommand({ DurationSeconds: 129_600 }),
    expect: lasting(129_600),
  },
  {
    name: 'root: an hour',
    signedWith: 'a long-term key',
    call: new GetSessionTokenCommand({}),
    expect: lasting(3600),
  },
  {
    name: 'root: no longer than an hour, whatever was asked for',
    signedWith: 'a long-term key',
    call: new GetSessionTokenCommand({ DurationSeconds: 43_200 }),
    expect: lasting(3600),
  },
  {
    name: 'root: a quarter of an hour',
    signedWith: 'a long-term key',
    call: new GetSessionTokenCommand({ DurationSeconds: 900 }),
    expect: lasting(900),
  },
  {
    name: 'with the code of one’s own device',
    ...graceWithKey,
    call: withDevice('phone', () => codeIn(0)),
    expect: lasting(43_200),
  },
  {
    name: 'with a code of a moment ago',
    ...graceWithKey,
    call: withDevice('phone', () => codeIn(-1)),
    expect: lasting(43_200),
  },
  {
    name: 'root, with the code of its device',
    rows: people,
    signedWith: 'a long-term key',
    call: withDevice('root-account-mfa-device', () => codeIn(0)),
    expect: lasting(3600),
  },
  {
    name: 'with a phone whose clock is an hour off, as it was when it was enabled',
    ...graceWithKey,
    rows: state => {
      admin(state)
      addDeviceOf(state, 'grace', 'phone', { drift: -120 })
    },
    call: withDevice('phone', () => codeIn(-120)),
    expect: lasting(43_200),
  },
  {
    name: 'with a code of an hour ago',
    ...graceWithKey,
    call: withDevice('phone', () => codeIn(-120)),
    expect: invalidCode,
  },
  {
    name: 'with a code that was taken before',
    ...graceWithKey,
    rows: state => {
      admin(state)
      addDeviceOf(state, 'grace', 'phone', { lastStep: stepAt(new Date()) + 1 })
    },
    call: withDevice('phone', () => codeIn(0)),
    expect: invalidCode,
  },
  {
    name: 'a tenth code within three minutes, though it is right',
    ...graceWithKey,
    rows: state => {
      admin(state)
      addDeviceOf(state, 'grace', 'phone', {
        attempts: Array.from({ length: 9 }, () => new Date().toISOString()),
      })
    },
    call: withDevice('phone', () => codeIn(0)),
    expect: invalidCode,
  },
  {
    name: 'with the device of another user',
    ...graceWithKey,
    call: withDevice('key', () => codeIn(0)),
    expect: invalidDevice,
  },
  {
    name: 'with a device that nobody has',
    ...graceWithKey,
    call: withDevice('tablet', () => codeIn(0)),
    expect: invalidDevice,
  },
  {
    name: 'with a device that does not exist',
    ...graceWithKey,
    call: withDevice('nothing', () => codeIn(0)),
    expect: invalidDevice,
  },
  {
    name: 'with a device but without a code',
    ...graceWithKey,
    call: new GetSessionTokenCommand({ SerialNumber: serialOf('phone') }),
    expect: bothOrNone,
  },
  {
    name: 'with a code but without a device',
    ...graceWithKey,
    call: () => new GetSessionTokenCommand({ TokenCode: codeIn(0) }),
    expect: bothOrNone,
  },
  {
    name: 'from temporary credentials',
    rows: people,
    as: 'grace',
    signedWith: 'temporary credentials',
    call: new GetSessionTokenCommand({}),
    expect: fromSession,
  },
  {
    name: 'from a console session',
    rows: people,
    as: 'grace',
    signedWith: 'a session with MFA',
    call: new GetSessionTokenCommand({}),
    expect: fromSession,
  },
  {
    name: 'less than a quarter of an hour',
    ...graceWithKey,
    call: new GetSessionTokenCommand({ DurationSeconds: 899 }),
    expect: duration(899, 'greater than or equal to 900'),
  },
  {
    name: 'more than 36 hours',
    ...graceWithKey,
    call: new GetSessionTokenCommand({ DurationSeconds: 129_601 }),
    expect: duration(129_601, 'less than or equal to 129600'),
  },
  {
    name: 'a code of five digits',
    ...graceWithKey,
    call: new GetSessionTokenCommand({ SerialNumber: serialOf('phone'), TokenCode: '12345' }),
    expect: {
      code: 'ValidationError',
      status: 400,
      message:
        "1 validation error detected: Value '12345' at 'tokenCode' failed to satisfy constraint: Member must have length greater than or equal to 6",
    },
  },
] satisfies Case[]
