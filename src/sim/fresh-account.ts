import { randomInt } from 'node:crypto'
import type { AccountFacts } from './state.ts'

const words =
  'Amber Anchor Basket Beacon Breeze Bridge Candle Canyon Cedar Clover Comet Copper Coral Cotton Falcon Feather Fossil Garden Ginger Glacier Harbor Hazel Island Ivory Juniper Kettle Lagoon Lantern Lemon Lilac Maple Marble Meadow Mirror Mosaic Nectar Nutmeg Ocean Olive Orchard Otter Paper Pebble Pepper Planet Quartz Rabbit Raven Ribbon River Saddle Saffron Silver Sparrow Spruce Summit Thunder Timber Tulip Valley Velvet Walnut Willow Window'.split(
    ' ',
  )

/**
 * The facts of an account on its first day: a root user with a password, no alias, no password policy, billing for root alone.
 * `random(n)` answers an integer from 0 to n - 1.
 */
export const freshAccount = ({
  now,
  id,
  name = 'practice',
  random = below => randomInt(below),
}: {
  now: Date
  id?: string | undefined
  name?: string | undefined
  random?: (below: number) => number
}): AccountFacts => {
  const word = () => words[random(words.length)]
  return {
    id: id ?? String(100_000_000_000 + random(900_000_000_000)),
    name,
    createdAt: now.toISOString(),
    rootEmail: 'root@practice.example',
    // Upper and lower case, digits and symbols: any policy that AWS lets an account set, up to 18 characters and more.
    rootPassword: `${word()}-${word()}-${word()}-${1000 + random(9000)}`,
    billingAccess: false,
    clockAheadSeconds: 0,
    alternateContacts: {},
  }
}
