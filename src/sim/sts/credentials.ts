import type { SessionRow } from '../state.ts'

/** Temporary credentials as STS answers them. */
export const credentialsOf = ({ id, secret, token, expiresAt }: SessionRow) => ({
  AccessKeyId: id,
  SecretAccessKey: secret,
  SessionToken: token,
  Expiration: new Date(expiresAt),
})
