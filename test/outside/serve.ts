import { expect, onTestFinished } from 'vitest'
import type { Credentials } from '../../src/lab/account.ts'
import { serve } from '../../src/sim/server.ts'
import { newHome } from '../home.ts'
import { plain } from '../sim/case.ts'
import { simulated, type Simulated } from '../sim/simulated.ts'

/** A simulated account on loopback, and the environment that other people's clients read. */
export type Served = Simulated & {
  endpoint: string
  /** The environment of a person with these credentials, and with no settings of the machine. */
  envOf: (credentials: Credentials | undefined) => Record<string, string>
  /** Ends the server. A bug in an operation fails here. */
  close: () => Promise<void>
}

/** Serves a fresh account, its clock on the machine's unless another one is given. */
export const openServed = async (clock?: () => Date): Promise<Served> => {
  const bugs: unknown[] = []
  const account = simulated({ onBug: error => bugs.push(error), ...(clock && { clock }) })
  const { endpoint, close } = await serve(account.exchange)
  const home = newHome()
  return {
    ...account,
    endpoint,
    envOf: credentials => ({
      HOME: home,
      AWS_DEFAULT_REGION: 'eu-central-1',
      AWS_EC2_METADATA_DISABLED: 'true',
      ENDPOINT: endpoint,
      ...(credentials && {
        AWS_ACCESS_KEY_ID: credentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
        ...(credentials.sessionToken && { AWS_SESSION_TOKEN: credentials.sessionToken }),
      }),
    }),
    close: async () => {
      await close()
      expect(bugs).toEqual([])
    },
  }
}

/** A served account for one test. */
export const openServedHere = async (clock?: () => Date): Promise<Served> => {
  const served = await openServed(clock)
  onTestFinished(served.close)
  return served
}

const isDate = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|\+00:00)$/

/** What a client printed as JSON, in the words of `plain`. */
export const printed = (text: string): unknown =>
  plain(
    JSON.parse(text, (_, value) =>
      typeof value === 'string' && isDate.test(value) ? new Date(value) : value,
    ),
  )
