import { errorCode } from './account.ts'

type Answered = {
  $metadata?: { httpStatusCode?: number }
  $response?: { statusCode?: number }
  code?: string
}

/** Node's and the SDK's names for a request that got no answer: it may have been carried out, or not. */
const lost = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'ERR_SOCKET_CLOSED',
  'RequestTimeout',
  'TimeoutError',
])

/** Whether an error leaves it open if the call was carried out: no answer came, or the service itself failed. */
export const neverAnswered = (error: unknown): boolean => {
  const { $metadata, $response, code } = error as Answered
  const status = $metadata?.httpStatusCode ?? $response?.statusCode
  if (status !== undefined && status >= 500) return true
  return lost.has(code ?? '') || lost.has(errorCode(error)) || /socket hang up/.test(String(error))
}

/** The codes of a session that has ended. */
const ended = new Set(['ExpiredToken', 'ExpiredTokenException', 'TokenRefreshRequired'])

/** Whether a call was refused because the session has ended: it was not carried out. */
export const sessionEnded = (error: unknown): boolean => ended.has(errorCode(error))

/**
 * Whether an organization has taken the right away, whatever this account's own policies say. AWS says so in the message alone
 * (IAM user guide, troubleshoot_access-denied).
 */
export const deniedByOrganization = (error: unknown): boolean =>
  errorCode(error).startsWith('AccessDenied') &&
  /service control policy|resource control policy/i.test((error as Error).message ?? '')
