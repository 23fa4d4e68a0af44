import { confirmed } from './confirm.ts'
import type { Asked } from './parse.ts'
import { exits } from './problem.ts'
import { practice, type World } from './world.ts'

/** Lists the practice accounts by name. */
export const simList = async (_: Asked, { out, home, simulated }: World): Promise<number> => {
  const names = (await simulated()).listSimulated(home)
  out(names.length === 0 ? 'There is no practice account yet. iam-lab --sim makes one.' : names.join('\n'))
  return exits.done
}

/** Makes a practice account. */
export const simNew = async ({ options, positionals }: Asked, world: World): Promise<number> => {
  const name = positionals['NAME']!
  const { newSimulated } = await world.simulated()
  const { accountId } = await newSimulated({
    ...practice(world, name),
    accountId: options['account-id'] as string | undefined,
  })
  world.out(
    `The practice account ${name} has the account id ${accountId}. Open it: iam-lab --sim --account ${name}`,
  )
  return exits.done
}

/** Empties a practice account, once the person has said yes. */
export const simReset = async ({ options }: Asked, world: World): Promise<number> => {
  const place = practice(world, options['account'])
  await confirmed(
    `Empty the practice account ${place.account}? Its users, keys and progress go.`,
    options['yes'],
    world,
  )
  const { resetSimulated } = await world.simulated()
  const { accountId } = await resetSimulated(place)
  world.out(`The practice account ${place.account} (${accountId}) is as it was on its first day.`)
  return exits.done
}
