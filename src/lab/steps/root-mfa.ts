import { pages } from '../account.ts'
import { iam } from '../sdk.ts'
import { rootManagedElsewhere } from '../managed-root.ts'
import { defineStep, type Seen } from '../step.ts'

export const rootMfa = defineStep({
  id: 'root-mfa',
  title: 'Give root MFA',
  why: 'Whoever has the root password owns the account, and passwords are guessed, reused and phished. With MFA the password alone opens nothing: a code from your phone is asked for too.',
  concepts: ['mfa'],
  docs: {
    title: 'AWS multi-factor authentication in IAM',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html',
  },
  hints: [
    'AWS wants to see that your phone and AWS count the same codes. One code does not show that.',
    'Scan the QR code with an authenticator app, or use the virtual phone (v). Type the code it shows, wait until it changes, type the next one.',
    'Press v: it shows the code of now and the next one. The first goes into MFA code 1, the second into MFA code 2, in that order, never the same twice.',
  ],
  fields: {},
  inapplicable: rootManagedElsewhere,
  changed: 'Root’s password alone opens nothing any more: whoever steals it wants the device, too.',
  question: {
    asks: 'Root’s only MFA device is lost. Who gets you in?',
    choices: ['Any administrator', 'AWS, by root’s e-mail address and phone', 'Nobody'],
    right: 1,
    because:
      'No IAM user can touch root’s devices. AWS checks the e-mail address and the phone number of the account: keep both up to date, or register a second device.',
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_lost-or-broken.html',
  },
  afterwards:
    'From now on the sign-in page asks root for a code, too. Do not lose the phone: a second device is worth having.',
  level: 'verified',
  plan: async (_, seen) => ((await enabled(seen)) === 1 ? [] : [{ console: 'activate-root-mfa' }]),
  verify: async (_, seen) => {
    const { ListVirtualMFADevicesCommand } = await iam()
    const inUse = await enabled(seen)
    const devices = await pages(
      Marker => seen.look(new ListVirtualMFADevicesCommand({ AssignmentStatus: 'Assigned', Marker })),
      ({ VirtualMFADevices }) => VirtualMFADevices,
    )
    const device = devices.find(({ User }) => User?.Arn === `arn:aws:iam::${seen.accountId}:root`)
    return [
      {
        claim: 'The root user has an MFA device',
        holds: inUse === 1,
        source: 'iam:GetAccountSummary',
        saw: `AccountMFAEnabled = ${inUse}${device ? `, ${device.SerialNumber}` : inUse === 1 ? ', no virtual device: a passkey or a security key' : ''}`,
        outputs: { SerialNumber: device?.SerialNumber },
      },
    ]
  },
  undo: async (_, seen) =>
    seen.said.has('activate-root-mfa') && (await enabled(seen)) === 1
      ? [{ console: 'deactivate-root-mfa' }]
      : [],
})

const enabled = async (seen: Seen): Promise<number> => {
  const { GetAccountSummaryCommand } = await iam()
  const { SummaryMap } = await seen.look(new GetAccountSummaryCommand({}))
  return SummaryMap?.AccountMFAEnabled ?? 0
}
