import { errorCode, isRead, type Retry, type Send } from '../lab/account.ts'
import { neverAnswered } from '../lab/unanswered.ts'

/** Codes by which AWS says that it has not looked at a call yet. `LimitExceeded` is IAM's quota, and is none of them. */
const throttled = new Set([
  'Throttling',
  'ThrottlingException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'TooManyRequestsException',
])

/** A connection that was never made: nothing was sent. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

/** How long is waited before each further attempt, in milliseconds, before chance is added. */
const waits = [500, 1000, 2000, 4000]

type Patience = { heard: (retry: Retry) => void; pause: (milliseconds: number) => Promise<void> }

/**
 * Tries again what can be tried again without harm, within 10 s or so, and says so each time: a read whenever no answer came,
 * a change only where AWS has not looked at it. A change whose answer was lost is settled by the lab, which reads the account.
 */
export const retrying =
  (send: Send, { heard, pause }: Patience): Send =>
  async call => {
    for (let attempt = 0; ; attempt++) {
      try {
        return await send(call)
      } catch (error) {
        const code = errorCode(error)
        const errno = (error as { code?: string }).code ?? ''
        const again = throttled.has(code) || neverSent.has(errno) || (isRead(call) && neverAnswered(error))
        const wait = waits[attempt]
        if (!again || wait === undefined) throw error
        const milliseconds = Math.round(wait * (0.75 + Math.random() / 2))
        heard({ call, reason: errno || code, milliseconds, attempt: attempt + 2 })
        await pause(milliseconds)
      }
    }
  }
