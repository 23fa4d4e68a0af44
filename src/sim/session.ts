import { randomBytes } from 'node:crypto'
import { newSecretAccessKey, newSessionKeyId, stamp } from './iam/ids.ts'
import type { Owner, SessionRow } from './state.ts'

/** Temporary credentials: an `ASIA` key, a secret and a token, good for `seconds` of the account's time. */
export const newSession = ({
  owner,
  mfa,
  kind,
  now,
  seconds,
}: Pick<SessionRow, 'mfa' | 'kind'> & { owner: Owner; now: Date; seconds: number }): SessionRow => ({
  id: newSessionKeyId(),
  secret: newSecretAccessKey(),
  token: randomBytes(192).toString('base64'),
  owner,
  mfa,
  kind,
  issuedAt: stamp(now),
  expiresAt: stamp(new Date(now.getTime() + seconds * 1000)),
})
