import { orAbsent, pages, readOnly, type Send } from './account.ts'
import { entriesOf, type Entry, type Made } from './progress.ts'
import { iam } from './sdk.ts'
import type { Sitting } from './sitting.ts'
import type { Step } from './step.ts'

type Sent = Extract<Entry, { type: 'sending' }>

/** What the account shows of a call: what it made, or `undefined` when it was not carried out. */
type Looked = (input: Made, look: Send, sentAt: Date) => Promise<Made | undefined>

/** The calls of a step that were sent and never answered: the program, the machine or the network went away in between. */
export const unanswered = (entries: readonly Entry[]): Sent[] => {
  const open: Sent[] = []
  for (const entry of entries) {
    if (entry.type === 'sending') open.push(entry)
    if (entry.type === 'answered') {
      const at = open.findLastIndex(({ call }) => call === entry.call)
      if (at >= 0) open.splice(at, 1)
    }
  }
  return open
}

/** Settles every call of a step whose answer never came, by reading the account, and writes down what it shows. */
export const settle = async (step: Step, sitting: Sitting): Promise<void> => {
  if (sitting.sending) return
  const look = readOnly(sitting.account.send)
  for (const { call, input, at } of unanswered(entriesOf(sitting.progress, step.id))) {
    const made = await effects[call]?.(input, look, new Date(at))
    sitting.progress.record({
      type: 'answered',
      step: step.id,
      call,
      outcome: made ? 'ok' : 'NotCarriedOut',
      ms: 0,
      settled: true,
      ...(made && { made }),
    })
  }
}

/** Two clocks are never the same: what was made up to five minutes before we sent may be what we sent. */
const since = (made: Date | undefined, sentAt: Date): boolean =>
  made !== undefined && made.getTime() >= sentAt.getTime() - 5 * 60_000

const effects: Record<string, Looked> = {
  'iam:CreateAccountAlias': async ({ AccountAlias }, look) => {
    const { ListAccountAliasesCommand } = await iam()
    const { AccountAliases = [] } = await look(new ListAccountAliasesCommand({}))
    return AccountAliases.includes(AccountAlias as string) ? {} : undefined
  },
  'iam:UpdateAccountPasswordPolicy': async (input, look) => {
    const { GetAccountPasswordPolicyCommand } = await iam()
    const policy = (await orAbsent(look(new GetAccountPasswordPolicyCommand({}))))?.PasswordPolicy
    if (policy === undefined) return undefined
    const same = Object.entries(input).every(
      ([name, value]) => (policy[name as keyof typeof policy] || undefined) === (value || undefined),
    )
    return same ? {} : undefined
  },
  'iam:CreateGroup': async ({ GroupName }, look, sentAt) => {
    const { GetGroupCommand } = await iam()
    const group = (await orAbsent(look(new GetGroupCommand({ GroupName: GroupName as string }))))?.Group
    return since(group?.CreateDate, sentAt) ? { GroupId: group?.GroupId } : undefined
  },
  'iam:AttachGroupPolicy': async ({ GroupName, PolicyArn }, look) => {
    const { ListAttachedGroupPoliciesCommand } = await iam()
    const attached = await orAbsent(
      pages(
        Marker => look(new ListAttachedGroupPoliciesCommand({ GroupName: GroupName as string, Marker })),
        ({ AttachedPolicies }) => AttachedPolicies,
      ),
    )
    return attached?.some(policy => policy.PolicyArn === PolicyArn) ? {} : undefined
  },
  'iam:CreateUser': async ({ UserName }, look, sentAt) => {
    const { GetUserCommand } = await iam()
    const user = (await orAbsent(look(new GetUserCommand({ UserName: UserName as string }))))?.User
    return since(user?.CreateDate, sentAt) ? { UserId: user?.UserId } : undefined
  },
  'iam:AddUserToGroup': async ({ GroupName, UserName }, look) => {
    const { ListGroupsForUserCommand } = await iam()
    const groups = await orAbsent(
      pages(
        Marker => look(new ListGroupsForUserCommand({ UserName: UserName as string, Marker })),
        ({ Groups }) => Groups,
      ),
    )
    return groups?.some(group => group.GroupName === GroupName) ? {} : undefined
  },
  'iam:CreateLoginProfile': async ({ UserName }, look, sentAt) => {
    const { GetLoginProfileCommand } = await iam()
    const profile = await orAbsent(look(new GetLoginProfileCommand({ UserName: UserName as string })))
    const date = profile?.LoginProfile?.CreateDate
    return since(date, sentAt) ? { LoginProfileCreateDate: date?.toISOString() } : undefined
  },
  // Its secret was in the answer that never came. The newest key since then is the one; the step that needs the secret replaces it.
  'iam:CreateAccessKey': async ({ UserName }, look, sentAt) => {
    const { ListAccessKeysCommand } = await iam()
    const keys = await orAbsent(
      pages(
        Marker => look(new ListAccessKeysCommand({ UserName: UserName as string, Marker })),
        ({ AccessKeyMetadata }) => AccessKeyMetadata,
      ),
    )
    const [newest] = (keys ?? [])
      .filter(({ CreateDate }) => since(CreateDate, sentAt))
      .toSorted((one, other) => other.CreateDate!.getTime() - one.CreateDate!.getTime())
    return newest && { AccessKeyId: newest.AccessKeyId }
  },
  'iam:CreateVirtualMFADevice': async ({ VirtualMFADeviceName }, look) => {
    const { ListVirtualMFADevicesCommand } = await iam()
    const devices = await pages(
      Marker => look(new ListVirtualMFADevicesCommand({ Marker })),
      ({ VirtualMFADevices }) => VirtualMFADevices,
    )
    const device = devices.find(({ SerialNumber }) =>
      SerialNumber?.endsWith(`:mfa/${String(VirtualMFADeviceName)}`),
    )
    return device && { SerialNumber: device.SerialNumber }
  },
  'iam:EnableMFADevice': async ({ UserName, SerialNumber }, look) => {
    const { ListMFADevicesCommand } = await iam()
    const devices = await orAbsent(
      pages(
        Marker => look(new ListMFADevicesCommand({ UserName: UserName as string, Marker })),
        ({ MFADevices }) => MFADevices,
      ),
    )
    return devices?.some(device => device.SerialNumber === SerialNumber) ? {} : undefined
  },
}
