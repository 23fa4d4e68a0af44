/** A program for the store's tests to kill, crowd out or starve: `store-kill.js count|hold|fill DIR`. */
import { writeSync } from 'node:fs'
import { openStore } from '../../src/sim/store.ts'
import { groupNamed, userNamed } from './rows.ts'

const [mode, dir = ''] = process.argv.slice(2)
process.umask(0)
const say = (line: string | number) => writeSync(1, `${line}\n`)

const { store } = openStore(dir, { now: () => new Date() })
const counted = () => Number(store.state.groups.get('last')?.path ?? 0)

/** One operation: a counter and a user go up together. */
const count = () => {
  const n = counted() + 1
  store.transact(state => {
    state.groups.put('last', { ...groupNamed('last'), path: String(n) })
    state.users.put(`u${n % 300}`, { ...userNamed(`u${n % 300}`), path: String(n) })
  })
  say(n)
}

if (mode === 'count') for (;;) count()
if (mode === 'hold') {
  count()
  setInterval(() => {}, 1000)
}
if (mode === 'fill')
  try {
    for (;;) count()
  } catch (error) {
    say((error as Error).message)
    say(`left at ${counted()}`)
    // A smaller change still fits where the larger one did not.
    store.transact(state => state.groups.delete('last'))
    say('deleted')
  }
