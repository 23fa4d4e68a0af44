import { expect, test } from 'vitest'
import { addSession, newSession } from '../../src/sim/session.ts'
import { openMemoryStore } from '../../src/sim/store.ts'

const hour = 3_600_000
const start = Date.parse('2026-03-04T05:06:07Z')
const at = (hours: number) => new Date(start + hours * hour)

test('sessions that ended a day ago are forgotten as others come, twenty at a time at most', () => {
  const store = openMemoryStore()
  const ids: string[] = []
  const mint = (now: Date, hours: number) => {
    const session = newSession({
      owner: { type: 'root' },
      mfa: false,
      kind: 'session-token',
      now,
      seconds: hours * 3600,
    })
    store.transact(state => addSession(state, session, now))
    ids.push(session.id)
  }
  const left = () => ids.filter(id => store.state.sessions.has(id))
  for (let n = 0; n < 30; n++) mint(at(0), n === 3 ? 36 : 1)
  // Ended, and still to be told so.
  mint(at(25), 1)
  expect(left()).toHaveLength(31)
  mint(at(26), 1)
  expect(left()).toEqual([ids[3], ...ids.slice(20)])
  mint(at(26), 1)
  expect(left()).toEqual([ids[3], ...ids.slice(30)])
  mint(at(61), 1)
  expect(left()).toEqual([ids.at(-1)])
})
