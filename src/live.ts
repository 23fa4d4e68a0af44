import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from './aws/connect.ts'
import {
  accountOfLogin,
  checkPartition,
  checkPlace,
  findCredentials,
  NoCredentials,
  remnantsOf,
  SessionEnded,
  type Asked,
  type Found,
} from './aws/credentials.ts'
import { createGuide } from './aws/guide.ts'
import { profilesOf } from './aws/profiles.ts'
import { retrying } from './aws/retry.ts'
import { readsAlone, wireTo, type Patience } from './aws/wire.ts'
import { adminKey, keysMade } from './lab/admin-key.ts'
import {
  errorCode,
  NotSignedIn,
  readOnly,
  type Account,
  type Credentials,
  type Retry,
  type Send,
} from './lab/account.ts'
import { Refused } from './lab/console.ts'
import { csvLeft } from './lab/credentials-file.ts'
import { makeFolder } from './lab/folder.ts'
import { steps } from './lab/lab.ts'
import { generatePassword } from './lab/password.ts'
import { madeBy, openProgress, tasksSaid } from './lab/progress.ts'
import { sts } from './lab/sdk.ts'
import { valuesOf, type Sitting } from './lab/sitting.ts'
import { sessionEnded } from './lab/unanswered.ts'
import { Locked, takeLock } from './lock.ts'

/** Which real account, and how. `account` is the id that was named; `dry` lets nothing but reads out of the machine. */
export type LivePlace = {
  home: string
  now: () => Date
  env: NodeJS.ProcessEnv
  profile?: string | undefined
  endpoint?: string | undefined
  region?: string | undefined
  account?: string | undefined
  dry?: boolean
  /** How long an answer is waited for, when not as usual. */
  patience?: Patience
  /** Hears of calls that are tried again, until the account has somebody of its own for that. */
  heard?: ((retry: Retry) => void) | undefined
  /** As whoever the credentials are, though root has signed out before: for an undo. */
  whoever?: boolean
}

/** Another iam-lab works in this account. */
export class AccountInUse extends Error {
  override name = 'AccountInUse'
  readonly fix: string
  constructor({ process, path }: Locked) {
    super(`Another iam-lab, process ${process}, works in this account.`)
    this.fix = `Close that one first; if it is no iam-lab, delete ${path}.`
  }
}

/** Who is signed in, and with what. */
type Signed = { send: Send; arn: string; credentials: Credentials; found: Found | undefined }

/** The journal of what was done in an account. What was tried at another endpoint is kept apart from AWS's own. */
const journalOf = ({ endpoint }: LivePlace): string => (endpoint ? 'endpoint.jsonl' : 'live.jsonl')

/**
 * The lab at a real account, through the SDK's own credentials. Looks who is signed in and changes nothing.
 * Throws what to do when there are no credentials, when they have ended, or when calls would go where nobody asked.
 */
export const openLive = async (
  place: LivePlace,
): Promise<{ sitting: Sitting; notice: string | undefined; close: () => void }> => {
  const { home, now, env, endpoint, dry = false } = place
  const asked: Asked = { profile: place.profile, endpoint, region: place.region, env }
  await checkPlace(asked)
  const pause = (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds))
  const way = wireTo(endpoint, env, place.patience)
  const wire = dry ? readsAlone(way) : way
  const connected = (credentials: Credentials, region = place.region): Send =>
    retrying(connect({ credentials, region, endpoint, requestHandler: wire as never, maxAttempts: 1 }), {
      heard: retry => (account.onRetry ?? place.heard)?.(retry),
      pause,
    })
  const { GetCallerIdentityCommand } = await sts()
  const whoIs = async (send: Send): Promise<string> => (await send(new GetCallerIdentityCommand({}))).Arn!
  const signedBy = async (found: Found): Promise<Signed> => {
    const send = connected(found.credentials, found.region)
    const arn = await whoIs(send)
    checkPartition(arn)
    return { send, arn, credentials: found.credentials, found }
  }

  const profiles = profilesOf(env)
  let signed: Signed | undefined
  /** Where root's credentials came from, once they are dropped. */
  let rootFrom = ''

  const signInAsRoot = async () => {
    const next = await signedBy(await findCredentials(asked))
    if (!next.arn.endsWith(':root'))
      throw new Refused(
        `These credentials are ${next.arn}, and this takes root. Sign in as root: aws login --profile root`,
      )
    if (next.arn.split(':')[4] !== sitting.accountId)
      throw new Refused(`That is root of another account, ${next.arn.split(':')[4]}.`)
    signed = next
  }
  const signOut = () => {
    rootFrom = signed?.found?.source ?? rootFrom
    signed = undefined
  }
  const chosen = (id: string) =>
    valuesOf(
      steps.find(step => step.id === id)!,
      sitting,
      steps,
    )
  const signInAsAdmin = async () => {
    const { UserName = '' } = chosen('admin-user')
    const { Path = '' } = chosen('credentials-csv')
    const key = await adminKey(UserName, {
      held: sitting.held,
      path: Path,
      profiles,
      made: keysMade((call, step) => madeBy(sitting.progress, step, call)),
    })
    const found = key ? undefined : await findCredentials(asked).catch(() => undefined)
    const credentials = key ?? found?.credentials
    if (credentials === undefined)
      throw new Refused(`The key of ${UserName} is not at hand: neither in ${Path} nor in a profile.`)
    const send = connected(credentials)
    // A new key is refused for 5 to 15 s (IAM user guide, troubleshoot_general: changes are not always immediately visible).
    for (let wait = 1000; ; wait *= 2) {
      const arn = await whoIs(send).catch((error: unknown) => {
        if (errorCode(error) !== 'InvalidClientTokenId') throw error
        return undefined
      })
      if (arn?.endsWith(`/${UserName}`)) {
        signed = { send, arn, credentials, found }
        return
      }
      if (arn !== undefined || wait > 8000)
        throw new Refused(
          `That key ${arn ? `belongs to ${arn}` : 'is not known to AWS'}, and this takes ${UserName}.`,
        )
      await pause(wait)
    }
  }
  const renew = async (): Promise<boolean> => {
    const before = signed
    if (before?.found === undefined) return false
    const found = await findCredentials(asked).catch(() => undefined)
    if (found === undefined || found.credentials.accessKeyId === before.credentials.accessKeyId) return false
    const next = await signedBy(found)
    if (next.arn !== before.arn) return false
    signed = next
    return true
  }
  const send: Send = async call => {
    if (signed === undefined) throw new NotSignedIn()
    try {
      return await signed.send(call)
    } catch (error) {
      // A call of a session that has ended was not carried out.
      if (sessionEnded(error) && (await renew())) return signed.send(call)
      throw error
    }
  }
  const account: Account = {
    label: 'LIVE',
    guarded: true,
    send,
    as: credentials => connected(credentials),
    console: createGuide({
      look: readOnly(send),
      signInAsRoot,
      signInAsAdmin,
      signOut,
      signInUrl: () => `https://${sitting.accountId}.signin.aws.amazon.com/console`,
    }),
    session: () =>
      signed && {
        source: signed.found?.source ?? 'the key of the admin',
        endpoint,
        expires: signed.found?.expires,
        longTerm: signed.credentials.sessionToken === undefined,
      },
    renew,
    profiles,
    remnants: () => remnantsOf(asked, sitting.accountId, rootFrom),
  }
  const sitting: Sitting = {
    account,
    progress: undefined as never,
    held: {},
    chosen: new Map(),
    home,
    now,
    accountId: '',
    passwordPolicy: undefined,
    suggestedPassword: generatePassword(),
    pause,
  }

  const found = await findCredentials(asked).catch((error: unknown) => {
    if (error instanceof NoCredentials || error instanceof SessionEnded) return error
    throw error
  })
  if (found instanceof Error) {
    // Root has signed out for good, perhaps: then the admin goes on, with a key of its own.
    const known = place.account ?? (await accountOfLogin(asked)) ?? onlyAccount(place)
    if (known === undefined || !existsSync(join(home, known, journalOf(place)))) throw found
    sitting.accountId = known
  } else {
    signed = await signedBy(found)
    sitting.accountId = signed.arn.split(':')[4]!
  }

  const folder = join(home, sitting.accountId)
  makeFolder(folder)
  const release = locked(join(folder, 'live.lock'))
  try {
    sitting.progress = openProgress(join(folder, journalOf(place)), now)
  } catch (error) {
    release()
    throw error
  }
  const over = tasksSaid(sitting.progress).has('sign-out')
  if (found instanceof Error && !over) {
    release()
    throw found
  }
  if (over && !dry && !place.whoever && signed?.arn.endsWith(':root')) signOut()
  const file = csvLeft(sitting.progress)
  return {
    sitting,
    notice:
      file === undefined
        ? undefined
        : `The credentials file still lies at ${file}. When it is taken, delete it.`,
    close: () => {
      release()
      wire.destroy()
    },
  }
}

const locked = (path: string): (() => void) => {
  try {
    return takeLock(path)
  } catch (error) {
    throw error instanceof Locked ? new AccountInUse(error) : error
  }
}

/** The one account that was worked in, when there is but one. */
const onlyAccount = (place: LivePlace): string | undefined => {
  const there = existsSync(place.home) ? readdirSync(place.home) : []
  const accounts = there.filter(
    name => /^\d{12}$/.test(name) && existsSync(join(place.home, name, journalOf(place))),
  )
  return accounts.length === 1 ? accounts[0] : undefined
}
