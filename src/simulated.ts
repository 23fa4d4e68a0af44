import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { NotSignedIn, type Account, type Credentials, type Send } from './lab/account.ts'
import { readCsv } from './lab/csv.ts'
import { makeFolder } from './lab/folder.ts'
import { generatePassword } from './lab/password.ts'
import { madeHere, openProgress, type Progress } from './lab/progress.ts'
import type { Sitting } from './lab/sitting.ts'
import { createConsole } from './sim/console.ts'
import { createControl } from './sim/control.ts'
import { freshAccount } from './sim/fresh-account.ts'
import { defaultPort, serve, type Served } from './sim/server.ts'
import { createSimulator, requestHandler } from './sim/simulator.ts'
import type { Store } from './sim/state.ts'
import { failure, StoreInUse } from './sim/store-error.ts'
import { emptyData } from './sim/snapshot.ts'
import { openStore } from './sim/store.ts'

export { operationStates } from './sim/operations-list.ts'

/** Where a practice account is kept, and which one. */
export type Place = { home: string; account: string; now: () => Date }

/** A practice account that was asked for by name and is not there, or a name that cannot be one. */
export class NoSuchPractice extends Error {
  override name = 'NoSuchPractice'
  readonly fix: string
  constructor(message: string, fix: string) {
    super(message)
    this.fix = fix
  }
}

const folderOf = ({ home, account }: Pick<Place, 'home' | 'account'>): string => {
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(account))
    throw new NoSuchPractice(
      `"${account}" cannot be the name of a practice account.`,
      'Use letters, digits, - and _, up to 64.',
    )
  return join(home, 'sim', account)
}

const progressFile = (home: string, accountId: string) => join(home, accountId, 'progress.jsonl')

const openHome = (home: string) => {
  try {
    makeFolder(home)
  } catch (error) {
    throw failure(`${home} could not be made`, error)
  }
}

/** Opens a practice account's store. The account "practice" is made when there is none; any other has to be there. */
const open = (place: Place): { store: Store; notice: string | undefined } => {
  const folder = folderOf(place)
  openHome(place.home)
  if (place.account !== 'practice' && !existsSync(folder))
    throw new NoSuchPractice(
      `There is no practice account "${place.account}".`,
      `Make it: iam-lab sim new ${place.account}. Those there are: iam-lab sim list`,
    )
  return openStore(folder, {
    now: place.now,
    create: () => freshAccount({ now: place.now(), name: place.account }),
  })
}

/**
 * The lab at a simulated account: the same SDK clients as for a real one, on the simulator in place of a socket.
 * `as: 'root'` is signed in already, through the account itself. `notice` says what could not be read and was kept aside.
 * `serve` lets other programs in, on the usual port or, where that is taken, on any; `close` ends that too.
 */
export const openSimulated = async ({
  as,
  ...place
}: Place & { as?: 'root' | undefined }): Promise<{
  sitting: Sitting
  store: Store
  notice: string | undefined
  serve: () => Promise<Served>
  close: () => void
}> => {
  // `serve` and `sim` need no client.
  const { connect } = await import('./aws/connect.ts')
  const { store, notice } = open(place)
  const now = timeOf(store, place)
  const progress = progressOf(store, place, now)
  const exchange = createSimulator(store, { clock: place.now })
  const handler = requestHandler(exchange)
  const connected = (credentials: Credentials) => connect({ credentials, requestHandler: handler })
  let send: Send | undefined
  const signedIn = (credentials: Credentials | undefined) => {
    send = credentials && connected(credentials)
  }
  const { phone, billing, openAsRoot, ...console } = createConsole({
    store,
    now,
    machineNow: place.now,
    signedIn,
  })
  if (as === 'root') openAsRoot()
  const account: Account = {
    label: 'SIMULATOR',
    send: call => (send === undefined ? Promise.reject(new NotSignedIn()) : send(call)),
    as: connected,
    console,
    phone,
    billing,
  }
  const sitting: Sitting = {
    account,
    progress,
    held: {},
    chosen: new Map(),
    home: place.home,
    now,
    accountId: store.state.account.id,
    passwordPolicy: undefined,
    suggestedPassword: generatePassword(),
    pause: milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds)),
  }
  let serving: Promise<Served> | undefined
  return {
    sitting,
    store,
    notice,
    serve: () => (serving = serve(exchange, { port: defaultPort }).catch(ifTaken(() => serve(exchange)))),
    close: () => {
      // A port that could not be opened was heard of by whoever asked for it.
      serving?.then(({ close }) => close()).catch(() => {})
      store.close()
    },
  }
}

/** The account's journal. One that cannot be read lets go of the account: nobody has it open then. */
const progressOf = (store: Store, { home }: Place, now: () => Date): Progress => {
  try {
    return openProgress(progressFile(home, store.state.account.id), now)
  } catch (error) {
    store.close()
    throw error
  }
}

/** The account's time. */
const timeOf = (store: Store, place: Pick<Place, 'now'>) => () =>
  new Date(place.now().getTime() + store.state.account.clockAheadSeconds * 1000)

const ifTaken =
  <Other>(otherwise: () => Other) =>
  (error: NodeJS.ErrnoException): Other => {
    if (error.code === 'EADDRINUSE') return otherwise()
    throw error
  }

/**
 * A practice account on a loopback port, for the AWS CLI and any other SDK. `close` ends that and closes the account.
 * `control` adds what no AWS API does: to empty the account, to be root, to let time pass.
 */
export const serveSimulated = async ({
  port = defaultPort,
  control = false,
  onBug,
  ...place
}: Place & {
  port?: number | undefined
  control?: boolean
  onBug: (error: unknown) => void
}): Promise<{
  endpoint: string
  port: number
  accountId: string
  progress: Progress
  notice: string | undefined
  close: () => Promise<void>
}> => {
  // Requests die young: memory that grew for them would only be held. At most 100 MB in place of 126, and as many calls a second.
  setFlagsFromString('--semi-space-growth-factor=1')
  const { store, notice } = openToServe(place)
  try {
    const accountId = store.state.account.id
    const now = timeOf(store, place)
    const progress = openProgress(progressFile(place.home, accountId), now)
    const reset = () => empty(store, progress, place)
    const served = await serve(createSimulator(store, { clock: place.now, onBug }), {
      port,
      control: control ? createControl({ store, now, machineNow: place.now, reset, onBug }) : undefined,
    })
    const close = async () => {
      await served.close()
      store.close()
    }
    return { ...served, accountId, progress, notice, close }
  } catch (error) {
    store.close()
    throw error
  }
}

const openToServe = (place: Place): ReturnType<typeof open> => {
  try {
    return open(place)
  } catch (error) {
    if (!(error instanceof StoreInUse)) throw error
    const way = 'If that is the lab, press e there: it serves the same account; else close it first'
    throw new StoreInUse(error.process, error.lock, way)
  }
}

/** A new practice account. Refuses a name that is taken. */
export const newSimulated = async (
  place: Place & { accountId?: string | undefined },
): Promise<{ accountId: string }> => {
  const folder = folderOf(place)
  if (existsSync(folder))
    throw new NoSuchPractice(
      `There is a practice account "${place.account}" already.`,
      'Give another name, or reset that one.',
    )
  const twin = listSimulated(place.home).find(
    name => place.accountId !== undefined && hasId(place, name, place.accountId),
  )
  if (twin !== undefined)
    throw new NoSuchPractice(
      `The practice account "${twin}" has the account id ${place.accountId} already.`,
      'Give another id, or leave it out.',
    )
  openHome(place.home)
  const { store } = openStore(folder, {
    now: place.now,
    create: () => freshAccount({ now: place.now(), id: place.accountId, name: place.account }),
  })
  store.close()
  return { accountId: store.state.account.id }
}

/** Whether a practice account has this id, read beside its lock: it may be in use. */
const hasId = ({ home }: Place, account: string, id: string): boolean => {
  const snapshot = join(folderOf({ home, account }), 'db.json')
  return existsSync(snapshot) && readFileSync(snapshot, 'utf8').includes(`"id":"${id}"`)
}

/** Empties a practice account: it keeps its id, and loses its progress and the credentials file that was made from it. */
export const resetSimulated = async (place: Place): Promise<{ accountId: string }> => {
  const { store } = open(place)
  try {
    const { id } = store.state.account
    await empty(store, openProgress(progressFile(place.home, id), place.now), place)
    return { accountId: id }
  } finally {
    store.close()
  }
}

const empty = async (store: Store, progress: Progress, place: Pick<Place, 'home' | 'now'>): Promise<void> => {
  const { id, name } = store.state.account
  store.replace(emptyData(freshAccount({ now: place.now(), id, name })))
  // What was done there through its endpoint, as in a real account, is gone as well.
  for (const journal of [progress, openProgress(join(place.home, id, 'endpoint.jsonl'), place.now)]) {
    for (const { Path, AccessKeyId } of madeHere(journal, 'credentials-csv'))
      if (typeof Path === 'string' && (await readCsv(Path))?.accessKeyId === AccessKeyId) rmSync(Path)
    journal.clear()
  }
}

/** The practice accounts by name. */
export const listSimulated = (home: string): string[] => {
  const folder = join(home, 'sim')
  return existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter(entry => entry.isDirectory())
        .map(({ name }) => name)
        .toSorted()
    : []
}
