import { orAbsent, pages } from '../account.ts'
import type { Consent } from '../console.ts'
import { fitsCsv } from '../csv.ts'
import { keyInWords } from '../key-in-words.ts'
import { freeName, isOurs, listed, NameTaken, OwnUser } from '../ours.ts'
import { passwordProblem } from '../password.ts'
import type { Made } from '../progress.ts'
import { iam, sts } from '../sdk.ts'
import { defineStep, type Action, type Seen } from '../step.ts'
import { groupConsent } from './admin-group.ts'

export const adminUser = defineStep({
  id: 'admin-user',
  title: 'Make an admin user',
  why: 'This is who you will be from now on. A user in the admin group can do nearly all that root can, and yet can be limited, watched and removed.',
  mistakes: [
    'A key does not come with a user by itself. Console access is a password, programmatic access is an access key, and a user may have either, both or none.',
  ],
  concepts: ['user', 'console-access', 'programmatic-access'],
  docs: {
    title: 'Create an administrative user',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/getting-started_create-admin-group.html',
  },
  hints: [
    'A user alone is nobody: think of what lets it in, and of what lets it do things.',
    'Four things: the user, its place in the group, a password for the console, a key for the command line.',
    'The form is valid as it stands: press Enter. It sends CreateUser, AddUserToGroup, CreateLoginProfile and CreateAccessKey, in that order.',
  ],
  fields: {
    UserName: {
      label: 'User name',
      type: 'text',
      limits: '1 to 64 letters, digits and + = . @ _ - (no comma: the credentials file could not hold it).',
      initial: 'admin',
      problem: value => {
        if (!fitsCsv(value)) return 'No comma or quote: the credentials file is split at commas.'
        return /^[\w+=.@-]{1,64}$/.test(value) ? undefined : 'Use 1 to 64 letters, digits or + = . @ _ -'
      },
    },
    Password: {
      label: 'Console password',
      type: 'password',
      limits: 'As the password policy says.',
      initial: about => about.suggestedPassword,
      defaultInWords: 'generated',
      problem: (value, about) => passwordProblem(value, about.passwordPolicy),
    },
    PasswordResetRequired: {
      label: 'Must change at first sign-in',
      type: 'switch',
      limits: 'true or false',
      initial: 'false',
    },
  },
  changed:
    'There is somebody to work as who is not root, with a password for the console and a key for programs.',
  question: {
    asks: 'The secret of an access key was not written down. What now?',
    choices: ['Ask AWS to show it', 'Make another key and delete this one', 'Read it as root'],
    right: 1,
    because: 'AWS shows a secret once, when the key is made. After that there is only a new one.',
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
  },
  level: 'applied',
  plan: async ({ UserName, Password, PasswordResetRequired }, seen) => {
    const { AddUserToGroupCommand, CreateAccessKeyCommand, CreateLoginProfileCommand, CreateUserCommand } =
      await iam()
    const GroupName = seen.chosen('admin-group')['GroupName']!
    const user = await read(UserName, seen)
    const actions: (Action | false)[] = [
      !user.exists && { call: new CreateUserCommand({ UserName }) },
      !user.groups.includes(GroupName) && { call: new AddUserToGroupCommand({ GroupName, UserName }) },
      !user.password && {
        call: new CreateLoginProfileCommand({
          UserName,
          Password,
          PasswordResetRequired: PasswordResetRequired === 'true',
        }),
      },
      user.keys.length === 0 && { call: new CreateAccessKeyCommand({ UserName }) },
    ]
    const wanted = actions.filter(action => action !== false)
    if (wanted.length === 0) return []
    if (user.name !== UserName) await refuseOtherCase(UserName, seen)
    const consents = [
      user.exists && (await userConsent(UserName, user, seen)),
      !user.groups.includes(GroupName) &&
        (await groupConsent(GroupName, `${UserName} would join it, and get all that it gives.`, seen)),
    ]
    return [...consents.flatMap(consent => (consent ? [{ consent }] : [])), ...wanted]
  },
  verify: async ({ UserName }, seen) => {
    const GroupName = seen.chosen('admin-group')['GroupName']!
    const { exists, groups, password, keys } = await read(UserName, seen)
    return [
      {
        claim: `The user ${UserName} is in the group ${GroupName}`,
        holds: groups.includes(GroupName),
        source: 'iam:ListGroupsForUser',
        saw: exists ? groups.join(', ') || 'in no group' : 'no such user',
        outputs: { UserName },
      },
      {
        claim: `${UserName} has a console password`,
        holds: password,
        source: 'iam:GetLoginProfile',
        saw: password ? 'a login profile' : 'no login profile',
      },
      {
        claim: `${UserName} has one access key`,
        holds: keys.length === 1,
        source: 'iam:ListAccessKeys',
        saw: keys.join(', ') || 'no access key',
        outputs: { AccessKeyId: keys.length === 1 ? keys[0] : undefined },
      },
    ]
  },
  undo: async (_, seen) => {
    const users = new Set(calls.flatMap(call => namesIn(seen.made(call))))
    const { GetCallerIdentityCommand } = await sts()
    const { Arn } = await seen.look(new GetCallerIdentityCommand({}))
    const own = [...users].find(name => Arn?.includes(':user/') && Arn.endsWith(`/${name}`))
    if (own !== undefined) throw new OwnUser(own)
    return (await Promise.all([...users].map(UserName => undoUser(UserName, seen)))).flat()
  },
})

const calls = ['iam:CreateUser', 'iam:AddUserToGroup', 'iam:CreateLoginProfile', 'iam:CreateAccessKey']
const namesIn = (made: Made[]): string[] => made.map(({ UserName }) => UserName as string)

/** What takes back all that was done to one user. A user that this program made is left with nothing, and goes. */
const undoUser = async (UserName: string, seen: Seen): Promise<Action[]> => {
  const { DeleteAccessKeyCommand, DeleteLoginProfileCommand, DeleteUserCommand, RemoveUserFromGroupCommand } =
    await iam()
  const user = await read(UserName, seen)
  if (!user.exists) return []
  const made = (call: string, step?: string) =>
    seen.made(call, step).filter(each => each['UserName'] === UserName)
  const created = made('iam:CreateUser')
  const ours = isOurs(created, ['UserName', UserName], ['UserId', user.id])
  if (created.length > 0 && !ours)
    return [{ left: `The user ${UserName} is not the one that this program made: it was made anew.` }]
  const isMade = (call: string, name: string, value: string) =>
    [...made(call), ...made(call, 'credentials-csv')].some(each => each[name] === value)
  const keys = user.keys.filter(key => isMade('iam:CreateAccessKey', 'AccessKeyId', key))
  const groups = user.groups.filter(group => isMade('iam:AddUserToGroup', 'GroupName', group))
  const held = [
    ...user.keys
      .filter(key => !keys.includes(key))
      .map(key => `it has the key ${key}, which this program did not make`),
    ...user.groups.filter(group => !groups.includes(group)).map(group => `it is in the group ${group}`),
    ...(await othersOn(UserName, seen)),
  ]
  return [
    ...keys.map(AccessKeyId => ({ call: new DeleteAccessKeyCommand({ UserName, AccessKeyId }) })),
    ...(user.password && made('iam:CreateLoginProfile').length > 0
      ? [{ call: new DeleteLoginProfileCommand({ UserName }) }]
      : []),
    ...groups.map(GroupName => ({ call: new RemoveUserFromGroupCommand({ GroupName, UserName }) })),
    ...(!ours
      ? []
      : held.length > 0
        ? [{ left: `The user ${UserName} stays: ${held.join('; ')}.` }]
        : [{ call: new DeleteUserCommand({ UserName }) }]),
  ]
}

/** What keeps a user of ours from being deleted: policies that others have put on it since. */
const othersOn = async (UserName: string, seen: Seen): Promise<string[]> => {
  const { ListAttachedUserPoliciesCommand, ListMFADevicesCommand, ListUserPoliciesCommand } = await iam()
  const [{ AttachedPolicies = [] }, { PolicyNames = [] }, { MFADevices = [] }] = await Promise.all([
    seen.look(new ListAttachedUserPoliciesCommand({ UserName })),
    seen.look(new ListUserPoliciesCommand({ UserName })),
    seen.look(new ListMFADevicesCommand({ UserName })),
  ])
  const ours = new Set(
    seen.made('iam:CreateVirtualMFADevice', 'admin-mfa').map(made => made['VirtualMFADeviceName']),
  )
  const policies = [...AttachedPolicies.map(({ PolicyName }) => PolicyName!), ...PolicyNames]
  const devices = MFADevices.filter(({ SerialNumber = '' }) => !ours.has(SerialNumber.split('/').at(-1)))
  return [
    ...(policies.length > 0 ? [`it has policies: ${policies.join(', ')}`] : []),
    ...devices.map(({ SerialNumber }) => `it has the MFA device ${SerialNumber}`),
  ]
}

const userNames = async (seen: Seen): Promise<string[]> => {
  const { ListUsersCommand } = await iam()
  const users = await pages(
    Marker => seen.look(new ListUsersCommand({ Marker, MaxItems: 1000 })),
    ({ Users }) => Users,
  )
  return users.map(({ UserName }) => UserName!)
}

/** Names are unique in any case, and are found in any case (IAM user guide, reference_iam-quotas). */
const refuseOtherCase = async (UserName: string, seen: Seen): Promise<void> => {
  const names = await userNames(seen)
  const there = names.find(name => name.toLowerCase() === UserName.toLowerCase())
  if (there !== undefined) throw new NameTaken('user', UserName, there, freeName(UserName, names))
}

/** What has to be agreed to before a user that is not ours is changed; undefined for one that this program made. */
const userConsent = async (
  UserName: string,
  user: Awaited<ReturnType<typeof read>>,
  seen: Seen,
): Promise<Consent | undefined> => {
  if (isOurs(seen.made('iam:CreateUser'), ['UserName', UserName], ['UserId', user.id])) return undefined
  const { GetUserCommand } = await iam()
  const { User } = await seen.look(new GetUserCommand({ UserName }))
  const keys = await Promise.all(user.keys.map(key => keyInWords(key, seen)))
  return {
    about: 'rights',
    title: `The user ${UserName} is there already, and this program did not make it.`,
    says: [
      `Its groups: ${listed(user.groups)}.`,
      keys.length > 0 ? `Its access keys: ${keys.join(', ')}.` : 'It has no access key.',
      user.password
        ? `It has a console password, last used: ${User?.PasswordLastUsed?.toISOString() ?? 'never'}.`
        : 'It has no console password.',
      'It would become an administrator: every action on every resource.',
    ],
    label: "the user's name, to change it",
    type: [UserName],
    instead: { field: 'UserName', value: freeName(UserName, await userNames(seen)) },
  }
}

/** What there is of a user: whether it exists, its groups, whether it has a password, the ids of its keys. */
const read = async (UserName: string, seen: Seen) => {
  const { GetLoginProfileCommand, GetUserCommand, ListAccessKeysCommand, ListGroupsForUserCommand } =
    await iam()
  const found = await orAbsent(seen.look(new GetUserCommand({ UserName })))
  const exists = found !== undefined
  const { UserId: id, UserName: name } = found?.User ?? {}
  if (!exists) return { exists, name, id, groups: [] as string[], password: false, keys: [] as string[] }
  const [groups, profile, keys] = await Promise.all([
    pages(
      Marker => seen.look(new ListGroupsForUserCommand({ UserName, Marker })),
      ({ Groups }) => Groups,
    ),
    orAbsent(seen.look(new GetLoginProfileCommand({ UserName }))),
    pages(
      Marker => seen.look(new ListAccessKeysCommand({ UserName, Marker })),
      ({ AccessKeyMetadata }) => AccessKeyMetadata,
    ),
  ])
  return {
    exists,
    name,
    id,
    groups: groups.map(({ GroupName }) => GroupName!),
    password: profile !== undefined,
    keys: keys.map(({ AccessKeyId }) => AccessKeyId!),
  }
}
