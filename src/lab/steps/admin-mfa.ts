import { existsSync, rmSync } from 'node:fs'
import type { VirtualMFADevice } from '@aws-sdk/client-iam'
import { orAbsent, pages } from '../account.ts'
import { Refused, type Page } from '../console.ts'
import type { Held } from '../held.ts'
import { mfaCodeField, mfaCodeFields, otpauthUri, sameCodes } from '../mfa.ts'
import { iam, sts } from '../sdk.ts'
import { defineStep, type Action, type Seen } from '../step.ts'

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
  changed:
    'A stolen password of the admin opens nothing any more. The access key still works alone, until a policy asks for MFA.',
  question: {
    asks: 'Somebody has the admin’s access key and no phone. Can they call the API?',
    choices: ['Yes, unless a policy asks for MFA', 'No, the user has MFA'],
    right: 0,
    because:
      'MFA of a user is asked for when they sign in to the console. For keys it counts only where a policy has aws:MultiFactorAuthPresent.',
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html',
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
      // AWS gives a session token to an access key alone, so this proof is for those who act with one.
      ...(seen.session()?.longTerm ? [await proof(SerialNumber)] : []),
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
        outputs: { SerialNumber: devices[0], mfaSeedFile: seedFile(seen) },
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
    const seed = seedFile(seen)
    return [
      ...(seed === undefined
        ? []
        : [{ here: `delete ${seed}`, run: async () => rmSync(seed, { force: true }) }]),
      ...inUse.flatMap(({ UserName, SerialNumber }) => [
        { call: new DeactivateMFADeviceCommand({ UserName, SerialNumber }) },
        { call: new DeleteVirtualMFADeviceCommand({ SerialNumber }) },
      ]),
      ...left.map(({ SerialNumber }) => ({ call: new DeleteVirtualMFADeviceCommand({ SerialNumber }) })),
    ]
  },
})

/** One more code, for a session of 15 minutes that is thrown away: it shows that the phone and AWS agree. May be left out. */
const proof = async (SerialNumber: string): Promise<Action> => {
  const { GetSessionTokenCommand } = await sts()
  const tried = (TokenCode: string) =>
    new GetSessionTokenCommand({ SerialNumber, TokenCode, DurationSeconds: 900 })
  return {
    call: tried('<code 3>'),
    ask: () => ({
      title: 'Try the device',
      url: '',
      instructions: [
        'Wait until the app shows a code that you have not typed yet, and type it: AWS then gives a session for it, which is thrown away. AWS may take 15 seconds to know the device.',
        'With nothing typed this is left out. This key could set up the first device only: from now on another device takes an MFA session, or root.',
      ],
      fields: { TokenCode: { ...mfaCodeField(), optional: true } },
    }),
    complete: ({ TokenCode = '' }) => (TokenCode === '' ? undefined : tried(TokenCode)),
  }
}

/** Where the secret of the device was stored for a phone to scan, while that file is there. */
const seedFile = (seen: Seen): string | undefined => {
  const path = seen.madeHere().at(-1)?.['SeedFile']
  return typeof path === 'string' && existsSync(path) ? path : undefined
}

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
