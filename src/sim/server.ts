import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parse } from 'node:querystring'
import type { WireRequest } from './signature.ts'
import { longestBody, unstored, type Exchange, type WireResponse } from './simulator.ts'
import { StoreError } from './store-error.ts'

/** A running endpoint. */
export type Served = { endpoint: string; port: number; close: () => Promise<void> }

/**
 * Serves a simulated account on loopback, for the AWS CLI, boto3 and any other SDK. `port: 0` takes a free one; a port in use rejects with `EADDRINUSE`.
 * Answers only when it is called by a loopback name and sends no CORS headers, so that a page in a browser cannot drive it.
 */
export const serve = (exchange: Exchange, { port = 0 }: { port?: number } = {}): Promise<Served> =>
  new Promise((resolve, reject) => {
    const server = createServer(
      { maxHeaderSize: 16_384, headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 },
      (incoming, outgoing) => {
        // A connection that breaks has nobody left to answer.
        answer(exchange, incoming, outgoing).catch(() => outgoing.destroy())
      },
    )
    server.once('error', reject)
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

const answer = async (
  exchange: Exchange,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> => {
  if (!loopback.test(incoming.headers.host ?? '')) {
    incoming.resume()
    outgoing.writeHead(403, { 'content-type': 'text/plain', connection: 'close' })
    outgoing.end('This endpoint answers to 127.0.0.1 and localhost only.\n')
    return
  }
  const body = await bodyOf(incoming)
  const { statusCode, headers, body: bytes } = await exchanged(exchange, requestOf(incoming, body))
  outgoing.writeHead(statusCode, { ...headers, 'content-length': bytes.length })
  outgoing.end(bytes)
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
