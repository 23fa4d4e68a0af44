import { connect } from 'node:net'

/** A request as it goes over the wire. */
export const bytesOf = ({ method, path, headers, body = '' }) => {
  const lines = Object.entries({ ...headers, 'content-length': Buffer.byteLength(body) })
  return Buffer.from(
    `${method} ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`,
  )
}

const end = Buffer.from('\r\n\r\n')

/** A kept-alive connection: `ask` sends one request and answers with the status when the whole response is there. */
export const open = port =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    socket.setNoDelay(true)
    let got = Buffer.alloc(0)
    let waiting
    const fail = error => (waiting ?? { reject }).reject(error)
    socket.on('error', fail)
    socket.on('close', () => fail(new Error('The connection was closed.')))
    socket.on('data', chunk => {
      got = got.length === 0 ? chunk : Buffer.concat([got, chunk])
      const head = got.indexOf(end)
      if (head < 0) return
      const headers = got.latin1Slice(0, head)
      const length = Number(/content-length: (\d+)/i.exec(headers)?.[1])
      if (got.length < head + end.length + length) return
      const answered = { status: Number(headers.slice(9, 12)), body: got.subarray(head + end.length) }
      got = Buffer.alloc(0)
      waiting.resolve(answered)
    })
    socket.once('connect', () =>
      resolve({
        ask: bytes =>
          new Promise((answered, failed) => {
            waiting = { resolve: answered, reject: failed }
            socket.write(bytes)
          }),
        close: () => {
          socket.removeAllListeners('close')
          socket.destroy()
        },
      }),
    )
  })

/** Sends `count` requests over `connections` kept-alive connections, each as soon as the one before is answered; how long each took, and all of them. */
export const load = async (port, requests, { connections, count }) => {
  const all = await Promise.all(Array.from({ length: connections }, () => open(port)))
  const took = []
  let next = 0
  const begun = performance.now()
  await Promise.all(
    all.map(async ({ ask }) => {
      while (next < count) {
        const sent = performance.now()
        const { status, body } = await ask(requests[next++ % requests.length])
        if (status !== 200) throw new Error(`${status} ${body}`)
        took.push(performance.now() - sent)
      }
    }),
  )
  const milliseconds = performance.now() - begun
  for (const { close } of all) close()
  return { took, perSecond: (count / milliseconds) * 1000 }
}
