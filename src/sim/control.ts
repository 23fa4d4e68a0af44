import { createConsole } from './console.ts'
import type { WireRequest } from './signature.ts'
import { longestBody, type WireResponse } from './simulator.ts'
import type { Store } from './state.ts'
import { StoreError } from './store-error.ts'
import { codeAt } from './totp.ts'

/** What no AWS API does, for scripts and tests, over HTTP. Answers every request and never rejects. */
export type Control = (request: WireRequest) => Promise<WireResponse>

/** The account that is controlled. */
export type Controlled = {
  store: Store
  /** The account's time. */
  now: () => Date
  /** The machine's time, which codes go by. */
  machineNow: () => Date
  /** Empties the account: its id stays. */
  reset: () => Promise<void>
  onBug: (error: unknown) => void
}

/** What is answered besides 200: why not, in a sentence. */
class Refusal extends Error {
  override name = 'Refusal'
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

type Input = Record<string, unknown>
type Action = (input: Input) => Promise<object>

/** A header that a page in a browser cannot send unasked: https://fetch.spec.whatwg.org/#cors-safelisted-request-header */
const header = 'x-iam-lab-control'

/** The account's control: JSON in, JSON out, `{"error": a sentence}` where it cannot be done. */
export const createControl = (account: Controlled): Control => {
  const actions = actionsOf(account)
  return async request => {
    try {
      return json(200, await chosen(actions, request)(inputOf(request)))
    } catch (error) {
      if (error instanceof Refusal) return json(error.status, { error: error.message })
      if (error instanceof StoreError) return json(500, { error: error.message })
      account.onBug(error)
      return json(500, { error: 'This is a bug in iam-lab.' })
    }
  }
}

const chosen = (actions: Map<string, Action>, { method, path, headers }: WireRequest): Action => {
  if (!Object.hasOwn(headers, header) || headers[header] !== '1')
    throw new Refusal(403, `Send the header ${header}: 1.`)
  const action = actions.get(path)
  if (action === undefined)
    throw new Refusal(404, `There is no ${path}. There are: ${[...actions.keys()].join(', ')}.`)
  if (method !== 'POST') throw new Refusal(405, `${path} takes POST alone.`)
  return action
}

/** The body as an object; nothing at all is an empty one. */
const inputOf = ({ body = '' }: WireRequest): Input => {
  if (body.length > longestBody) throw new Refusal(413, `The request is larger than ${longestBody} bytes.`)
  const text = Buffer.from(body as Uint8Array).toString()
  const input = text.trim() === '' ? {} : parsed(text)
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw new Refusal(400, 'The body is no JSON object.')
  return input as Input
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The account's time goes no further than this: a hundred years, in seconds. */
const farthest = 100 * 365 * 24 * 60 * 60

const actionsOf = ({ store, now, machineNow, reset }: Controlled): Map<string, Action> => {
  const { state } = store

  const rootSession = () => {
    let session: object = {}
    const signedIn: Parameters<typeof createConsole>[0]['signedIn'] = credentials => {
      const { id, secret, token, expiresAt } = state.sessions.get(credentials!.accessKeyId)!
      session = { AccessKeyId: id, SecretAccessKey: secret, SessionToken: token, Expiration: expiresAt }
    }
    createConsole({ store, now, machineNow, signedIn }).openAsRoot()
    return session
  }

  /** Does something in the console as root, who signs out again. */
  const asRoot = async <Done>(work: (console: ReturnType<typeof createConsole>) => Promise<Done>) => {
    const console = createConsole({ store, now, machineNow, signedIn: () => {} })
    console.openAsRoot()
    try {
      return await work(console)
    } finally {
      await console.submit('sign-out', {})
    }
  }

  return new Map<string, Action>([
    [
      '/_control/reset',
      async () => {
        await reset()
        return rootSession()
      },
    ],
    ['/_control/root-session', async () => rootSession()],
    [
      '/_control/console/root-mfa',
      () =>
        asRoot(async console => {
          const rootDevice = () => [...state.mfaDevices.values()].find(({ owner }) => owner?.type === 'root')
          if (rootDevice() === undefined) {
            const { seed } = (await console.page('activate-root-mfa')).shows!
            // The two codes before the present one, which can then still sign in.
            const time = machineNow().getTime()
            const before = (steps: number) => codeAt(seed, new Date(time - steps * 30_000))
            await console.submit('activate-root-mfa', { MFACode1: before(2), MFACode2: before(1) })
          }
          return { SerialNumber: rootDevice()!.serialNumber }
        }),
    ],
    [
      '/_control/console/billing-access',
      async ({ enabled }) => {
        if (typeof enabled !== 'boolean')
          throw new Refusal(400, 'Send {"enabled": true} or {"enabled": false}.')
        await asRoot(console =>
          console.submit(enabled ? 'activate-iam-access-to-billing' : 'deactivate-iam-access-to-billing', {}),
        )
        return { enabled: state.account.billingAccess }
      },
    ],
    [
      '/_control/clock',
      async ({ advanceSeconds }) => {
        const left = farthest - state.account.clockAheadSeconds
        if (typeof advanceSeconds !== 'number' || !Number.isInteger(advanceSeconds) || advanceSeconds < 0)
          throw new Refusal(400, 'Send {"advanceSeconds": N}, a whole number of seconds, not negative.')
        if (advanceSeconds > left)
          throw new Refusal(400, `The account's time can go ${left} seconds further, and no more.`)
        store.transact(state =>
          state.setAccount({ clockAheadSeconds: state.account.clockAheadSeconds + advanceSeconds }),
        )
        return { clockAheadSeconds: state.account.clockAheadSeconds, now: now().toISOString() }
      },
    ],
  ])
}

const json = (statusCode: number, answer: object): WireResponse => ({
  statusCode,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: Buffer.from(`${JSON.stringify(answer)}\n`),
})
