import { CreateUserCommand, GetUserCommand } from '@aws-sdk/client-iam'
import { expect, test } from 'vitest'
import { retrying } from '../../src/aws/retry.ts'
import type { ApiCall, Retry, Send } from '../../src/lab/account.ts'

const read = new GetUserCommand({ UserName: 'ada' })
const write = new CreateUserCommand({ UserName: 'ada' })

const aws = (Code: string, httpStatusCode = 400) =>
  Object.assign(new Error(Code), { Code, $metadata: { httpStatusCode } })
const network = (code: string) => Object.assign(new Error(code), { code })

/** How often a call is sent when the answer is always the same, and what was heard of it. */
const attempts = async (call: ApiCall, error: Error) => {
  let sent = 0
  const heard: Retry[] = []
  let waited = 0
  const send: Send = () => {
    sent++
    return Promise.reject(error)
  }
  const patience = {
    heard: (retry: Retry) => void heard.push(retry),
    pause: async (milliseconds: number) => void (waited += milliseconds),
  }
  await expect(retrying(send, patience)(call)).rejects.toBe(error)
  expect(heard.map(({ attempt }) => attempt)).toEqual(heard.map((_, index) => index + 2))
  expect(waited).toBe(heard.reduce((sum, { milliseconds }) => sum + milliseconds, 0))
  expect(waited).toBeLessThan(10_000)
  return sent
}

type Row = [what: string, error: Error, readSent: number, writeSent: number]
const table: Row[] = [
  ['throttled', aws('Throttling'), 5, 5],
  ['throttled by STS', aws('ThrottlingException'), 5, 5],
  ['too many requests', aws('TooManyRequestsException', 429), 5, 5],
  ['a quota, which waiting does not raise', aws('LimitExceeded', 409), 1, 1],
  ['no', aws('AccessDenied', 403), 1, 1],
  ['no such thing', aws('NoSuchEntity', 404), 1, 1],
  ['an ended session', aws('ExpiredToken', 403), 1, 1],
  ['trouble of AWS, after which a change may have been made', aws('ServiceFailure', 500), 5, 1],
  ['unavailable', aws('ServiceUnavailable', 503), 5, 1],
  ['cut off, after which a change may have been made', network('ECONNRESET'), 5, 1],
  ['timed out', Object.assign(new Error('late'), { name: 'TimeoutError' }), 5, 1],
  ['never connected', network('ECONNREFUSED'), 5, 5],
  ['no such host', network('ENOTFOUND'), 5, 5],
  ['DNS away', network('EAI_AGAIN'), 5, 5],
]
test.each(table)('%s: sent as often as does no harm', async (_, error, readSent, writeSent) => {
  expect([await attempts(read, error), await attempts(write, error)]).toEqual([readSent, writeSent])
})

test('the answer that comes at last is the answer', async () => {
  let sent = 0
  const send: Send = <Output>() =>
    ++sent < 3 ? Promise.reject(aws('Throttling')) : Promise.resolve({ User: {} } as Output)
  expect(await retrying(send, { heard: () => {}, pause: async () => {} })(read)).toEqual({ User: {} })
})
