import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parse } from 'node:querystring'
import type { Control } from './control.ts'
import type { WireRequest } from './signature.ts'
import { longestBody, unstored, type Exchange, type WireResponse } from './simulator.ts'
import { StoreError } from './store-error.ts'

/** A running endpoint. */
export type Served = { endpoint: string; port: number; close: () => Promise<void> }

/** Where an account is served when nobody says otherwise: IAML on the keys of a telephone. */
export const defaultPort = 4265

type Options = {
  /** `0` takes a free one. */
  port?: number | undefined
  /** Answers what is below `/_control/`. Without it such a path is as unknown as any other. */
  control?: Control | undefined
  /** How many milliseconds a client may take to send its request. */
  patience?: number
}

/**
 * Serves a simulated account on loopback, for the AWS CLI, boto3 and any other SDK. A port in use rejects with `EADDRINUSE`.
 * Answers only when it is called by a loopback name, never to a page in a browser, and sends no CORS headers: no page can drive it.
 */
export const serve = (
  exchange: Exchange,
  { port = 0, control, patience = 30_000 }: Options = {},
): Promise<Served> =>
  new Promise((resolve, reject) => {
    const server = createServer(
      {
        maxHeaderSize: 16_384,
        headersTimeout: Math.min(patience, 10_000),
        requestTimeout: patience,
        connectionsCheckingInterval: patience / 10,
        keepAliveTimeout: 65_000,
      },
      (incoming, outgoing) => {
        // A connection that breaks has nobody left to answer.
        answer({ exchange, control }, incoming, outgoing).catch(() => outgoing.destroy())
      },
    )
    // After it listens an error is one connection's, and nobody is left to hear it.
    server.on('error', reject)
    // Without a listener Node ends the connection and says nothing; with one it hears the connection's errors no more.
    server.on('connect', (_, socket) => {
      socket.on('error', () => {})
      socket.end('HTTP/1.1 405 Method Not Allowed\r\nConnection: close\r\n\r\n')
    })
    server.listen(port, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      const close = () =>
        new Promise<void>(closed => {
          server.close(() => closed())
          server.closeAllConnections()
        })
      resolve({ endpoint: `http://127.0.0.1:${port}`, port, close })
    })
  })

const loopback = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i

/**
 * Why a request is not for us: another name leads here, or a page in a browser sent it. A program sends no Origin.
 * Any port will do: a tunnel or a proxy on this machine has one of its own, and the signature holds for that.
 */
const refusal = ({ headers }: IncomingMessage): string | undefined => {
  if (!loopback.test(headers.host ?? '')) return 'This endpoint answers to 127.0.0.1 and localhost only.\n'
  return headers.origin === undefined ? undefined : 'This endpoint does not answer a page in a browser.\n'
}

const answer = async (
  { exchange, control }: { exchange: Exchange; control: Control | undefined },
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> => {
  const refused = refusal(incoming)
  if (refused !== undefined) {
    incoming.resume()
    outgoing.writeHead(403, { 'content-type': 'text/plain', connection: 'close' })
    outgoing.end(refused)
    return
  }
  const request = requestOf(incoming, await bodyOf(incoming))
  const controlled = control !== undefined && request.path.startsWith('/_control/')
  const { statusCode, headers, body } = await (controlled ? control(request) : exchanged(exchange, request))
  outgoing.writeHead(statusCode, { ...headers, 'content-length': body.length })
  outgoing.end(body)
}

const exchanged = (exchange: Exchange, request: WireRequest): Promise<WireResponse> =>
  exchange(request).catch(error => {
    if (error instanceof StoreError) return unstored(request, error)
    throw error
  })

/** The whole body; of one that is too long, enough for the exchange to see that it is. */
const bodyOf = async (incoming: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    if (length <= longestBody) chunks.push(chunk)
    length += chunk.length
  }
  return Buffer.concat(chunks)
}

const requestOf = ({ method = 'GET', url = '/', headers }: IncomingMessage, body: Buffer): WireRequest => {
  const mark = url.indexOf('?')
  return {
    method,
    path: mark < 0 ? url : url.slice(0, mark),
    query: mark < 0 ? {} : parse(url.slice(mark + 1), '&', '=', { maxKeys: 0 }),
    headers: headers as Record<string, string>,
    body,
  }
}
