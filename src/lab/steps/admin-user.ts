import { orAbsent, pages } from '../account.ts'
import { fitsCsv } from '../csv.ts'
import { passwordProblem } from '../password.ts'
import type { Made } from '../progress.ts'
import { iam } from '../sdk.ts'
import { defineStep, type Action, type Seen } from '../step.ts'

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
    return actions.filter(action => action !== false)
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
  const made = (call: string) => seen.made(call).filter(each => each['UserName'] === UserName)
  const ours = made('iam:CreateUser').length > 0
  const isOurs = (call: string, name: string, value: string) =>
    ours || made(call).some(each => each[name] === value)
  const keys = user.keys.filter(key => isOurs('iam:CreateAccessKey', 'AccessKeyId', key))
  const groups = user.groups.filter(group => isOurs('iam:AddUserToGroup', 'GroupName', group))
  return [
    ...keys.map(AccessKeyId => ({ call: new DeleteAccessKeyCommand({ UserName, AccessKeyId }) })),
    ...(user.password && (ours || made('iam:CreateLoginProfile').length > 0)
      ? [{ call: new DeleteLoginProfileCommand({ UserName }) }]
      : []),
    ...groups.map(GroupName => ({ call: new RemoveUserFromGroupCommand({ GroupName, UserName }) })),
    ...(ours ? [{ call: new DeleteUserCommand({ UserName }) }] : []),
  ]
}

/** What there is of a user: whether it exists, its groups, whether it has a password, the ids of its keys. */
const read = async (UserName: string, seen: Seen) => {
  const { GetLoginProfileCommand, GetUserCommand, ListAccessKeysCommand, ListGroupsForUserCommand } =
    await iam()
  const exists = (await orAbsent(seen.look(new GetUserCommand({ UserName })))) !== undefined
  if (!exists) return { exists, groups: [] as string[], password: false, keys: [] as string[] }
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
    groups: groups.map(({ GroupName }) => GroupName!),
    password: profile !== undefined,
    keys: keys.map(({ AccessKeyId }) => AccessKeyId!),
  }
}
