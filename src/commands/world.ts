import { operationOf, type Retry } from '../lab/account.ts'
import type { Progress } from '../lab/progress.ts'
import type { Sitting } from '../lab/sitting.ts'

/** A practice account that is open: `notice` says what could not be read and was kept aside. */
export type Opened = { sitting: Sitting; notice: string | undefined; close: () => void }

/** Which practice account, and where it is kept. */
export type Place = { home: string; account: string; now: () => Date }

/** A practice account that other programs can call. */
export type Served = {
  endpoint: string
  port: number
  accountId: string
  progress: Progress
  notice: string | undefined
  close: () => Promise<void>
}

/** An operation of AWS: what is to be known about it, or why it is not simulated. */
export type Operation = {
  service: string
  operation: string
  state: 'simulated' | 'not simulated'
  note: string
}

/** The practice accounts, as `simulated.ts` has them. */
export type Simulated = {
  openSimulated: (place: Place & { as?: 'root' | undefined }) => Promise<Opened>
  newSimulated: (place: Place & { accountId?: string | undefined }) => Promise<{ accountId: string }>
  resetSimulated: (place: Place) => Promise<{ accountId: string }>
  listSimulated: (home: string) => string[]
  serveSimulated: (
    asked: Place & {
      port: number | undefined
      control: boolean
      onBug: (error: unknown) => void
    },
  ) => Promise<Served>
  /** Every operation of IAM, STS and Account, and whether it is simulated. */
  operationStates: () => Operation[]
}

/** Which real account, and how: as `live.ts` takes it. */
export type LivePlace = {
  home: string
  now: () => Date
  env: NodeJS.ProcessEnv
  profile: string | undefined
  endpoint: string | undefined
  region: string | undefined
  account: string | undefined
  dry: boolean
  whoever: boolean
  /** Hears of calls that are tried again before anybody else can. */
  heard?: ((retry: Retry) => void) | undefined
}

/** What a command may touch. Everything is handed in, so that the command knows no process. */
export type World = {
  /** A line of the result. */
  out: (line: string) => void
  /** A line beside the result: a notice, a question, an error. */
  err: (line: string) => void
  /** Asks a question on the terminal and gives the line that was typed; undefined where there is no terminal or the input has ended. */
  ask: (question: string) => Promise<string | undefined>
  /** Whether a person is there to be asked. */
  interactive: boolean
  colour: boolean
  /** Without signs that a screen reader spells out. */
  plain: boolean
  home: string
  /** The machine's time. */
  now: () => Date
  simulated: () => Promise<Simulated>
  live: () => Promise<{ openLive: (place: LivePlace) => Promise<Opened> }>
  env: NodeJS.ProcessEnv
  /** The number of this process. */
  pid: number
  /** Waits until the program is told to end, and answers the exit code for that. From the call on, nothing else ends it. */
  toldToEnd: () => Promise<number>
  /** Closes what is open when the program is interrupted; what it answers closes it now. */
  closing: (close: () => void) => () => void
}

/** The practice account that was named, opened; its notice is said, and an interruption closes it. */
export const openPractice = async (
  world: World,
  account: string | true | undefined,
  as?: 'root',
): Promise<Opened> => {
  const { openSimulated } = await world.simulated()
  const opened = await openSimulated({ ...practice(world, account), as })
  if (opened.notice !== undefined) world.err(opened.notice)
  return { ...opened, close: world.closing(opened.close) }
}

/** How an account is opened: `dry` sends reads alone; `whoever` does not mind that root has signed out. */
export type Opening = { dry?: boolean; whoever?: boolean }

/** The account that was asked for, opened: the practice account, or a real one. */
export const openAccount = async (
  world: World,
  options: Record<string, string | true | undefined>,
  { dry = false, whoever = dry }: Opening = {},
): Promise<Opened> => {
  if (!options['live']) return openPractice(world, options['account'], whoever ? 'root' : undefined)
  const { openLive } = await world.live()
  const heard = ({ call, reason, milliseconds, attempt }: Retry) =>
    world.err(
      `${operationOf(call)[1]}: ${reason}. Trying again in ${(milliseconds / 1000).toFixed(1)} s (attempt ${attempt}).`,
    )
  const opened = await openLive({ ...livePlace(world, options, { dry, whoever }), heard })
  opened.sitting.account.onRetry = heard
  if (opened.notice !== undefined) world.err(opened.notice)
  return { ...opened, close: world.closing(opened.close) }
}

/** Where the real account is that was asked for. */
export const livePlace = (
  { home, now, env }: Pick<World, 'home' | 'now' | 'env'>,
  options: Record<string, string | true | undefined>,
  { dry = false, whoever = false }: Opening = {},
): LivePlace => {
  const text = (name: string) => options[name] as string | undefined
  return {
    home,
    now,
    env,
    profile: text('profile'),
    endpoint: text('endpoint-url'),
    region: text('region'),
    account: text('account-id'),
    dry,
    whoever,
  }
}

/** Where the practice account is that was named; "practice" when none was. */
export const practice = ({ home, now }: World, account: string | true | undefined): Place => ({
  home,
  now,
  account: typeof account === 'string' ? account : 'practice',
})
