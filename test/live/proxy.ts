import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What is done to one request. */
export const faults = {
  throttle: 'refused with Throttling',
  'server-error': 'answered with 500',
  'late-before': 'never answered, and never carried out',
  'late-after': 'carried out, and never answered',
  'reset-before': 'cut off before it arrives',
  'reset-after': 'carried out, and the answer cut off',
  expired: 'refused with ExpiredToken',
  denied: 'refused with AccessDenied',
} as const
export type Fault = keyof typeof faults

/** What happens when a request with that number comes by. */
export type Injury =
  | { at: number; fault: Fault }
  | { at: number; meanwhile: () => void }
  /** Every request of that action is refused with a code and a message, or its answer is changed. */
  | { action: string; refuse: [code: string, message: string] }
  | { action: string; change: (answer: string) => string }

const errors: Partial<Record<Fault, [status: number, code: string, message: string]>> = {
  throttle: [400, 'Throttling', 'Rate exceeded'],
  'server-error': [500, 'ServiceFailure', 'We encountered an internal error. Please try again.'],
  expired: [403, 'ExpiredToken', 'The security token included in the request is expired'],
  denied: [403, 'AccessDenied', 'User is not authorized to perform this action'],
}

const xml = (code: string, message: string) =>
  `<ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>0</RequestId></ErrorResponse>`

const bytesOf = async (stream: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** A loopback proxy that writes down what is asked for and injures one request. The Host that was signed is kept. */
export const openProxy = async (to: string) => {
  const seen: string[] = []
  let injury: Injury | undefined
  const target = new URL(to)

  const forward = (from: IncomingMessage, body: Buffer): Promise<[IncomingMessage, Buffer]> =>
    new Promise((resolve, reject) => {
      const { method, url, headers } = from
      const out = request({ host: target.hostname, port: target.port, method, path: url, headers }, answer =>
        bytesOf(answer).then(bytes => resolve([answer, bytes]), reject),
      )
      out.on('error', reject)
      out.end(body)
    })

  const handle = async (from: IncomingMessage, back: ServerResponse) => {
    const body = await bytesOf(from)
    const action = new URLSearchParams(body.toString()).get('Action') ?? from.url!.slice(1)
    const number = seen.push(action)
    const now = injury
    const own = now && ('at' in now ? now.at === number : now.action === action) ? now : undefined
    if (own && 'meanwhile' in own) own.meanwhile()
    const fault = own && 'fault' in own ? own.fault : undefined
    const error: (typeof errors)[Fault] =
      own && 'refuse' in own ? [403, ...own.refuse] : fault && errors[fault]
    if (error) {
      const [status, code, message] = error
      back.writeHead(status, { 'content-type': 'text/xml', 'x-amzn-requestid': '0' }).end(xml(code, message))
      return
    }
    if (fault === 'late-before') return
    if (fault === 'reset-before') return void from.socket.destroy()
    const [answer, bytes] = await forward(from, body)
    if (fault === 'late-after') return
    if (fault === 'reset-after') return void from.socket.destroy()
    if (own && 'change' in own) {
      const { 'content-length': _, ...headers } = answer.headers
      back.writeHead(answer.statusCode!, headers).end(own.change(bytes.toString()))
      return
    }
    back.writeHead(answer.statusCode!, answer.headers).end(bytes)
  }

  const server = createServer((from, back) => {
    handle(from, back).catch(() => from.socket.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** What was asked for since the last `injure`, in order. */
    seen: () => [...seen],
    injure: (next: Injury | undefined) => {
      seen.length = 0
      injury = next
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
