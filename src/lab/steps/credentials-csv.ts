import { existsSync, rmSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'
import { errorCode, pages, type Profiles } from '../account.ts'
import { fitsCsv, formatCsv, gitWorkTree, modeOf, pathProblem, readCsv, writeNewFile } from '../csv.ts'
import { Refused, type Page } from '../console.ts'
import { adminKey, keysMade } from '../admin-key.ts'
import { csvWritten, keysLetGo } from '../credentials-file.ts'
import type { Held } from '../held.ts'
import { keyInWords } from '../key-in-words.ts'
import { iam, sts } from '../sdk.ts'
import { defineStep, type Action, type Finding, type Seen } from '../step.ts'

export const credentialsCsv = defineStep({
  id: 'credentials-csv',
  title: 'Save the key in a file',
  why: 'AWS shows the secret half of an access key once, and nobody can show it again. Save it now, where only you can read it; a secret that is lost means a new key.',
  concepts: ['access-key'],
  docs: {
    title: 'Manage access keys for IAM users',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
  },
  hints: [
    'The file has to be one that the AWS CLI can read, and that nobody but you can.',
    'It has the user name, the access key id and the secret, and is made with mode 0600. Nothing is ever overwritten.',
    'Press Enter to write it. Then try it in another terminal: aws configure import --csv file://PATH',
  ],
  fields: {
    Path: {
      label: 'File',
      type: 'text',
      limits: 'A file that does not exist yet, in a folder you can write to.',
      initial: about =>
        join(about.home, about.accountId, `${about.chosen('admin-user')['UserName']}_accessKeys.csv`),
      defaultInWords: '<home>/<account id>/NAME_accessKeys.csv',
      problem: value => {
        if (!isAbsolute(value) && !value.startsWith('.'))
          return 'Write the whole path, beginning with /, or with ./ for this folder.'
        return value.endsWith('/') ? 'That is a folder. Name a file in it.' : undefined
      },
    },
  },
  changed:
    'The key is where the AWS CLI can take it. Whoever reads that file is an administrator of the account.',
  question: {
    asks: 'The key turns up in a public repository. What comes first?',
    choices: ['Delete the commit', 'Deactivate or delete the key', 'Change the console password'],
    right: 1,
    because:
      'By then there are copies. A key that AWS refuses is worth nothing; afterwards look up in CloudTrail what was done with it.',
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/securing_access-keys.html',
  },
  afterwards:
    'The AWS CLI takes the file as it is: aws configure import --csv file://PATH. When it is taken, delete the file (x).',
  level: 'applied',
  plan: async ({ Path }, seen) => {
    const { CreateAccessKeyCommand, DeleteAccessKeyCommand } = await iam()
    const UserName = seen.chosen('admin-user')['UserName']!
    const path = resolve(Path)
    if ((await findings(UserName, path, seen)).every(({ holds }) => holds)) return []
    const problem = pathProblem(path)
    if (problem) throw new CsvPathTaken(path, problem)
    const keys = await keysOf(UserName, seen)
    const { accessKey } = seen.held
    const lost = accessKey === undefined || !keys.includes(accessKey.accessKeyId)
    const notes = [
      lost &&
        keys.length > 0 &&
        `The secret of ${keys.join(' and ')} was shown once and is lost, so a new key takes its place`,
      !fitsCsv(passwordOf(UserName, seen.held) ?? '') &&
        'The password has a comma or a quote, which the AWS CLI cannot read: its column stays empty',
      gitWorkTree(path) &&
        `Take care: it lies in the git work tree ${gitWorkTree(path)}, from where secrets get committed`,
    ]
    const ours = new Set(
      [...seen.made('iam:CreateAccessKey'), ...seen.made('iam:CreateAccessKey', 'admin-user')].map(
        made => made['AccessKeyId'],
      ),
    )
    const others = lost ? keys.filter(key => !ours.has(key)) : []
    return [
      ...(await Promise.all(
        others.map(async (key): Promise<Action> => ({
          consent: {
            about: 'rights',
            title: `The access key ${key} of ${UserName} was not made by this program.`,
            says: [
              `${await keyInWords(key, seen)}. Its secret is not known here, so a new key would take its place.`,
              'Whatever uses it stops working when it is deleted.',
            ],
            label: 'the key id, to delete it',
            type: [key],
          },
        })),
      )),
      ...(lost
        ? [
            ...keys.map((AccessKeyId): Action => ({
              call: new DeleteAccessKeyCommand({ UserName, AccessKeyId }),
            })),
            { call: new CreateAccessKeyCommand({ UserName }) },
          ]
        : []),
      {
        here: [`write ${path} (mode 0600)`, ...notes.filter(Boolean)].join('. '),
        run: async held => {
          const key = held.accessKey!
          writeNewFile(path, await formatCsv({ ...key, password: passwordOf(UserName, held) }))
          return { Path: path, AccessKeyId: key.accessKeyId }
        },
      },
      ...(seen.profiles ? [toProfile(seen.profiles, path)] : []),
    ]
  },
  verify: async ({ Path }, seen) => findings(seen.chosen('admin-user')['UserName']!, resolve(Path), seen),
  undo: async (_, seen) => {
    const still = await Promise.all(
      seen.madeHere().map(async ({ Path, AccessKeyId }) => {
        const row = typeof Path === 'string' ? await readCsv(Path) : undefined
        return row !== undefined && row.accessKeyId === AccessKeyId ? [Path as string] : []
      }),
    )
    const profiles = seen
      .madeHere()
      .flatMap(({ Profile, AccessKeyId }) =>
        typeof Profile === 'string' ? [{ name: Profile, id: String(AccessKeyId) }] : [],
      )
    const held = await Promise.all(
      profiles.map(async ({ name, id }) => (await seen.profiles?.holding(id))?.name === name),
    )
    return [
      ...still.flat().map(path => ({ here: `delete ${path}`, run: async () => rmSync(path) })),
      ...profiles
        .filter((_, index) => held[index])
        .map(({ name, id }) => ({
          here: `take the profile ${name} out of ${seen.profiles!.path}`,
          run: () => seen.profiles!.remove(name, id),
        })),
    ]
  },
})

/** Offers the key to the AWS CLI. Nothing typed leaves it out; a profile that is there is never written over. */
const toProfile = (profiles: Profiles, path: string): Action => ({
  here: `add the key to ${profiles.path} as a profile, if you name one`,
  ask: () => profilePage(profiles.path),
  run: async (held, { Profile = '' }) => {
    const name = Profile.trim()
    if (name === '') return undefined
    const key = held.accessKey ?? (await readCsv(path))
    if (key === undefined) throw new Refused('The key is not at hand any more.')
    await profiles.add(name, key)
    return { Profile: name, AccessKeyId: key.accessKeyId }
  },
})

const profilePage = (path: string): Page => ({
  title: 'Give the key to the AWS CLI',
  url: '',
  instructions: [
    `With a name typed, the key is added to ${path} as a new profile: aws --profile NAME then acts as the admin.`,
    'With nothing typed this is left out.',
  ],
  fields: {
    Profile: {
      label: 'Profile',
      type: 'text',
      limits: 'The name of a profile that is not there yet, such as admin; or nothing.',
      initial: '',
      optional: true,
    },
  },
})

/** The user's console password, while it is held. */
const passwordOf = (UserName: string, { password }: Held): string | undefined =>
  password?.userName === UserName ? password.password : undefined

/** Something is at the path already, and nothing is ever written over. */
export class CsvPathTaken extends Error {
  override name = 'CsvPathTaken'
  readonly fix = 'Give another path for the file, or move that one away.'
  constructor(path: string, problem: string) {
    super(`${path}: ${problem}`)
  }
}

const findings = async (UserName: string, path: string, seen: Seen): Promise<Finding[]> => {
  const row = await readCsv(path)
  const keys = await keysOf(UserName, seen)
  if (row === undefined && !existsSync(path)) {
    const moved = await takenAway(UserName, keys, seen)
    if (moved) return moved
  }
  const inFile = row !== undefined && row.userName === UserName && keys.includes(row.accessKeyId)
  const mode = row === undefined ? '' : modeOf(path)
  const arn = inFile ? await identityOf(row, seen) : undefined
  return [
    {
      claim: `The key is in ${path}, mode 0600`,
      holds: inFile && mode === '0600',
      source: 'the file, read back',
      saw:
        row === undefined
          ? existsSync(path)
            ? 'a file that holds no key'
            : 'no file'
          : inFile
            ? `${row.accessKeyId}, mode ${mode}`
            : `${row.accessKeyId}, which is no key of ${UserName}`,
      outputs: { Path: path },
    },
    {
      claim: 'The key in the file works',
      holds: arn?.endsWith(`/${UserName}`) ?? false,
      source: 'sts:GetCallerIdentity',
      saw: arn ?? 'not tried',
    },
  ]
}

/** How the step stands when the file has served its purpose: the key is in a profile, or the person had the file deleted. */
const takenAway = async (UserName: string, keys: string[], seen: Seen): Promise<Finding[] | undefined> => {
  const written = csvWritten(seen.madeHere())
  if (written === undefined || !keys.includes(written.accessKeyId)) return undefined
  const { path, accessKeyId } = written
  const profile = await seen.profiles?.holding(accessKeyId)
  if (!profile && !keysLetGo(seen.madeHere()).has(accessKeyId)) return undefined
  const key = await adminKey(UserName, {
    held: seen.held,
    path,
    profiles: seen.profiles,
    made: keysMade(seen.made),
  })
  const arn = key && (await identityOf(key, seen))
  return [
    {
      claim: profile ? `The key is in the profile ${profile.name}` : `The key was in ${path}, deleted since`,
      holds: true,
      source: profile ? seen.profiles!.path : 'iam:ListAccessKeys',
      saw: accessKeyId,
    },
    {
      claim: 'The key works',
      holds: arn?.endsWith(`/${UserName}`) ?? false,
      source: 'sts:GetCallerIdentity',
      saw: arn ?? 'not tried: its secret is not on this machine any more',
      ...(!key && { beside: true as const }),
    },
  ]
}

const identityOf = async (
  row: { accessKeyId: string; secretAccessKey: string },
  seen: Seen,
): Promise<string | undefined> => {
  const { GetCallerIdentityCommand } = await sts()
  const { accessKeyId, secretAccessKey } = row
  return seen
    .lookAs({ accessKeyId, secretAccessKey })(new GetCallerIdentityCommand({}))
    .then(
      ({ Arn }) => Arn,
      error => {
        const code = errorCode(error)
        if (code === 'InvalidClientTokenId' || code === 'SignatureDoesNotMatch') return code
        throw error
      },
    )
}

const keysOf = async (UserName: string, seen: Seen): Promise<string[]> => {
  const { ListAccessKeysCommand } = await iam()
  const keys = await pages(
    Marker => seen.look(new ListAccessKeysCommand({ UserName, Marker })),
    ({ AccessKeyMetadata }) => AccessKeyMetadata,
  )
  return keys.map(({ AccessKeyId }) => AccessKeyId!)
}
