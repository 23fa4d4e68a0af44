import { connect } from 'node:net'

/** The bytes of an HTTP request. Names of headers may come twice; the connection ends after the answer. */
export const requestBytes = ({
  method,
  target,
  headers,
  body,
}: {
  method: string
  target: string
  headers: [string, string][]
  body: Buffer
}): Buffer =>
  Buffer.concat([
    Buffer.from(
      `${method} ${target} HTTP/1.1\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}connection: close\r\ncontent-length: ${body.length}\r\n\r\n`,
      'latin1',
    ),
    body,
  ])

/** Sends bytes, then ends its side when `half` is set; all that comes back until the connection ends, and how long that took. */
export const sendRaw = (
  port: number,
  bytes: Buffer,
  { half = false }: { half?: boolean } = {},
): Promise<{ answer: string; milliseconds: number }> =>
  new Promise(resolve => {
    const start = performance.now()
    const chunks: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () => (half ? socket.end(bytes) : socket.write(bytes)))
    socket.on('data', chunk => chunks.push(chunk))
    // A server that will not read on resets the connection: what it said before counts.
    socket.on('error', () => {})
    socket.on('close', () =>
      resolve({ answer: Buffer.concat(chunks).toString(), milliseconds: performance.now() - start }),
    )
  })

/** An answer as `400 Code: Message`, whichever protocol it came in; a bare status when it has neither. */
export const refusalIn = (answer: string): string => {
  const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 'no answer'
  const xml = /<Code>(\w+)<\/Code>(?:<Message>([^]*)<\/Message>)?/.exec(answer)
  if (xml !== null) return `${status} ${xml[1]}: ${xml[2] ?? ''}`
  const json = /\{"__type":.*\}/.exec(answer)
  if (json === null) return status
  const { __type, message } = JSON.parse(json[0])
  return `${status} ${__type}: ${message}`
}
