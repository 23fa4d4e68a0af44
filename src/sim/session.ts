import { randomBytes } from 'node:crypto'
import { newSecretAccessKey, newSessionKeyId, stamp } from './iam/ids.ts'
import type { SessionRow, State } from './state.ts'

/** Temporary credentials: an `ASIA` key, a secret and a token, good for `seconds` of the account's time. */
export const newSession = ({
  now,
  seconds,
  ...row
}: Omit<SessionRow, 'id' | 'secret' | 'token' | 'issuedAt' | 'expiresAt'> & {
  now: Date
  seconds: number
}): SessionRow => ({
  id: newSessionKeyId(),
  secret: newSecretAccessKey(),
  token: randomBytes(192).toString('base64'),
  ...row,
  issuedAt: stamp(now),
  expiresAt: stamp(new Date(now.getTime() + seconds * 1000)),
})

/** How long an ended session is remembered, so that its credentials are told what AWS tells: `ExpiredToken`. */
const rememberedHours = 24

/** How many sessions are looked at when one is added: two gone for one that comes would do. */
const lookedAt = 20

/** Adds a session, and forgets some that ended long ago: the oldest are looked at, so that it costs the same however many there are. */
export const addSession = (state: State, session: SessionRow, now: Date): void => {
  const longAgo = now.getTime() - rememberedHours * 3_600_000
  let left = lookedAt
  for (const { id, expiresAt } of state.sessions.values()) {
    if (left-- === 0) break
    if (Date.parse(expiresAt) < longAgo) state.sessions.delete(id)
  }
  state.sessions.put(session.id, session)
}
