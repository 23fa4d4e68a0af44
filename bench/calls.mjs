import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { load, measure } from './code.mjs'
import { quantile, row, time } from './figures.mjs'

/** One call in process through the real client, signed, decided and stored, over the same on a handler that answers the same bytes at once. */
export const calls = async home => {
  const { client, commands, openAccount, signed } = await load(home)
  const { exchange, root, admin, close } = await openAccount(mkdtempSync(join(home, 'calls-')), 10)
  const lines = []
  for (const [who, credentials] of Object.entries({ root, 'an admin': admin }))
    for (const [name, command] of Object.entries({
      'GetUser, a read,': () => commands.getUser('user-1'),
      'TagUser, stored,': round => commands.tagUser('user-1', round),
    })) {
      const answer = await exchange(await signed(command(0), credentials, 'https://iam.amazonaws.com'))
      if (answer.statusCode !== 200) throw new Error(String(answer.body))
      const [real, empty] = [client(credentials, exchange), client(credentials, async () => answer)]
      const took = { real: [], empty: [] }
      for (let block = 0; block < 9; block++)
        for (const [key, send] of Object.entries({ real, empty })) {
          const some = await measure(round => send(command(round)), 500, block * 500)
          if (block >= 1) took[key].push(...some)
        }
      const shown = share => {
        const [one, other] = [quantile(took.real, share), quantile(took.empty, share)]
        return `${time(one)} = ${(one / other).toFixed(1)} x`
      }
      lines.push(row(`${name} as ${who}, over an empty handler`, `p50 ${shown(0.5)}, p99 ${shown(0.99)}`))
    }
  close()
  return lines
}
