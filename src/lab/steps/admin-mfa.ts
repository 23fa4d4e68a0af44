import type { VirtualMFADevice } from '@aws-sdk/client-iam'
import { orAbsent, pages } from '../account.ts'
import { Refused, type Page } from '../console.ts'
import type { Held } from '../held.ts'
import { mfaCodeFields, otpauthUri, sameCodes } from '../mfa.ts'
import { iam } from '../sdk.ts'
import { defineStep, type Seen } from '../step.ts'

export const adminMfa = defineStep({
  id: 'admin-mfa',
  title: 'Give the admin MFA',
  why: 'The admin can do nearly all that root can, so its password deserves the same guard. This time no page of the console is needed: two calls do it, and you see both.',
  concepts: [],
  docs: {
    title: 'Assign a virtual MFA device',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable_virtual.html',
  },
  hints: [
    'A device that exists is not yet a device that is enabled.',
    'CreateVirtualMFADevice gives the secret, once. EnableMFADevice wants two codes that follow each other.',
    'Press Enter, scan or press v, and type the code of now and the next one, in that order.',
  ],
  fields: {
    VirtualMFADeviceName: {
      label: 'Device name',
      type: 'text',
      limits: '1 to 128 letters, digits and + = , . @ _ -',
      initial: about => about.chosen('admin-user')['UserName'] ?? 'admin',
      defaultInWords: 'the user name',
      problem: value =>
        /^[\w+=,.@-]{1,128}$/.test(value) ? undefined : 'Use 1 to 128 letters, digits or + = , . @ _ -',
    },
  },
  level: 'applied',
  plan: async ({ VirtualMFADeviceName }, seen) => {
    const { CreateVirtualMFADeviceCommand, DeleteVirtualMFADeviceCommand, EnableMFADeviceCommand } =
      await iam()
    const UserName = seen.chosen('admin-user')['UserName']!
    if ((await devicesOf(UserName, seen)).length > 0) return []
    const SerialNumber = serial(seen, VirtualMFADeviceName)
    // An enrolment that was broken off leaves a device that nobody has the secret of, and that blocks the name.
    const left = (await unassigned(seen)).some(device => device.SerialNumber === SerialNumber)
    return [
      ...(left ? [{ call: new DeleteVirtualMFADeviceCommand({ SerialNumber }) }] : []),
      { call: new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName }) },
      {
        call: new EnableMFADeviceCommand({
          UserName,
          SerialNumber,
          AuthenticationCode1: '<code 1>',
          AuthenticationCode2: '<code 2>',
        }),
        ask: held => enrolmentPage(UserName, seen.accountId, held),
        complete: ({ AuthenticationCode1, AuthenticationCode2 }, held) => {
          if (AuthenticationCode1 === AuthenticationCode2) throw new Refused(sameCodes, 'AuthenticationCode2')
          const { serialNumber } = held.mfaDevice!
          return new EnableMFADeviceCommand({
            UserName,
            SerialNumber: serialNumber,
            AuthenticationCode1,
            AuthenticationCode2,
          })
        },
      },
    ]
  },
  verify: async (_, seen) => {
    const UserName = seen.chosen('admin-user')['UserName']!
    const devices = await devicesOf(UserName, seen)
    return [
      {
        claim: `The user ${UserName} has an MFA device`,
        holds: devices.length > 0,
        source: 'iam:ListMFADevices',
        saw: devices.join(', ') || 'no device',
        outputs: { SerialNumber: devices[0] },
      },
    ]
  },
  undo: async (_, seen) => {
    const { DeactivateMFADeviceCommand, DeleteVirtualMFADeviceCommand } = await iam()
    const ours = new Set(
      seen.made('iam:CreateVirtualMFADevice').map(({ VirtualMFADeviceName: name }) => serial(seen, name)),
    )
    const users = new Set(seen.made('iam:EnableMFADevice').map(({ UserName }) => UserName as string))
    const enabled = await Promise.all(
      [...users].map(async UserName =>
        (await devicesOf(UserName, seen)).map(SerialNumber => ({ UserName, SerialNumber })),
      ),
    )
    const inUse = enabled.flat().filter(({ SerialNumber }) => ours.has(SerialNumber))
    const left = (await unassigned(seen)).filter(({ SerialNumber }) => ours.has(SerialNumber!))
    return [
      ...inUse.flatMap(({ UserName, SerialNumber }) => [
        { call: new DeactivateMFADeviceCommand({ UserName, SerialNumber }) },
        { call: new DeleteVirtualMFADeviceCommand({ SerialNumber }) },
      ]),
      ...left.map(({ SerialNumber }) => ({ call: new DeleteVirtualMFADeviceCommand({ SerialNumber }) })),
    ]
  },
})

/** A virtual device's serial number, known from its name before it is made. */
const serial = ({ accountId }: Seen, name: unknown): string => `arn:aws:iam::${accountId}:mfa/${String(name)}`

const enrolmentPage = (UserName: string, accountId: string, held: Held): Page => {
  const { serialNumber, seed } = held.mfaDevice!
  const name = serialNumber.split('/').at(-1)!
  return {
    title: `Set up the device of ${UserName}`,
    url: `https://console.aws.amazon.com/iam/home#/users/details/${encodeURIComponent(UserName)}`,
    instructions: [
      'Scan the QR code with an authenticator app, or type the secret into it.',
      'Type the code that it shows. Wait until it changes, and type the next one.',
    ],
    shows: { seed, otpauth: otpauthUri(name, accountId, seed) },
    fields: mfaCodeFields('AuthenticationCode'),
  }
}

/** The serial numbers of a user's enabled devices; none when there is no such user. */
const devicesOf = async (UserName: string, seen: Seen): Promise<string[]> => {
  const { ListMFADevicesCommand } = await iam()
  const devices = await orAbsent(
    pages(
      Marker => seen.look(new ListMFADevicesCommand({ UserName, Marker })),
      ({ MFADevices }) => MFADevices,
    ),
  )
  return (devices ?? []).map(({ SerialNumber }) => SerialNumber!)
}

const unassigned = async (seen: Seen): Promise<VirtualMFADevice[]> => {
  const { ListVirtualMFADevicesCommand } = await iam()
  return pages(
    Marker => seen.look(new ListVirtualMFADevicesCommand({ AssignmentStatus: 'Unassigned', Marker })),
    ({ VirtualMFADevices }) => VirtualMFADevices,
  )
}
