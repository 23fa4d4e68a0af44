import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { load, measure } from './code.mjs'
import { mean, quantile, row, time } from './figures.mjs'

const endpoint = 'https://iam.amazonaws.com'
const block = 50
const blocks = 20

/** CreateUser and GetUser at 5,000 users over the same at 10, without the client: requests are signed beforehand, and made in turns. */
export const size = async home => {
  const { commands, openAccount, signed } = await load(home)
  // The quota is 5,000: a block of CreateUser ends there, and is deleted again.
  const accounts = await Promise.all(
    [10, 5000 - block].map(async users => {
      const { exchange, admin, close } = await openAccount(mkdtempSync(join(home, 'size-')), users)
      const prepare = command =>
        Promise.all(Array.from({ length: block }, (_, index) => signed(command(index), admin, endpoint)))
      return {
        close,
        requests: {
          GetUser: await prepare(index => commands.getUser(`user-${index % 9}`)),
          CreateUser: await prepare(index => commands.createUser(`new-${index}`)),
          DeleteUser: await prepare(index => commands.deleteUser(`new-${index}`)),
        },
        answered: async request => {
          const { statusCode, body } = await exchange(request)
          if (statusCode !== 200) throw new Error(String(body))
        },
        took: { GetUser: [], CreateUser: [], DeleteUser: [] },
      }
    }),
  )
  for (let round = 0; round < blocks + 4; round++)
    for (const { requests, answered, took } of accounts)
      for (const name of ['GetUser', 'CreateUser', 'DeleteUser']) {
        const some = await measure(index => answered(requests[name][index]), block)
        if (round >= 4) took[name].push(...some)
      }
  for (const { close } of accounts) close()
  const [few, many] = accounts
  return ['GetUser', 'CreateUser'].map(name => {
    const shown = figure => {
      const [one, other] = [figure(many.took[name]), figure(few.took[name])]
      return `${time(one)} = ${(one / other).toFixed(1)} x`
    }
    return row(
      `${name} at 5,000 users, over 10 users`,
      `p50 ${shown(numbers => quantile(numbers, 0.5))}, mean ${shown(mean)}`,
    )
  })
}

/** A ListUsers page of 1,000 of 5,000 users: by the account alone, through the client, and the client with an empty handler that answers the same bytes. */
export const page = async home => {
  const { client, commands, openAccount, signed } = await load(home)
  const { exchange, admin, close } = await openAccount(mkdtempSync(join(home, 'page-')), 5000)
  const command = () => commands.listUsers(1000)
  const request = await signed(command(), admin, endpoint)
  const answer = await exchange(request)
  const real = client(admin, exchange)
  const { Users } = await real(command())
  if (Users.length !== 1000) throw new Error(`The page has ${Users.length} users.`)
  const empty = client(admin, async () => answer)
  const works = { alone: () => exchange(request), real: () => real(command()), empty: () => empty(command()) }
  const took = { alone: [], real: [], empty: [] }
  for (let round = 0; round < 60; round++)
    for (const [name, work] of Object.entries(works)) {
      const some = await measure(work, 1)
      if (round >= 20) took[name].push(...some)
    }
  close()
  const shown = numbers => `p50 ${time(quantile(numbers, 0.5))}, p99 ${time(quantile(numbers, 0.99))}`
  return [
    row('ListUsers, 1,000 of 5,000 users, by the account', shown(took.alone)),
    row('the same through the client', shown(took.real)),
    row('of which the client, over an empty handler', shown(took.empty)),
  ]
}
