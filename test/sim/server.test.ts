import { connect } from 'node:net'
import { request } from 'node:http'
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { expect, onTestFinished, test } from 'vitest'
import { operation } from '../../src/sim/operation.ts'
import { serve } from '../../src/sim/server.ts'
import { longestBody } from '../../src/sim/simulator.ts'
import { StoreError } from '../../src/sim/store-error.ts'
import { clientsOf, simulated } from './simulated.ts'

const start = async () => {
  const account = simulated({
    operations: service =>
      service === 'sts'
        ? [operation(GetCallerIdentityCommand, (_, { caller }) => ({ Arn: caller.arn }))]
        : [],
  })
  const served = await serve(account.exchange)
  onTestFinished(served.close)
  return { ...account, ...served }
}

/** One request of raw bytes; everything that comes back until the connection ends. */
const raw = (port: number, text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.on('data', chunk => (answer += chunk))
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })
const firstLine = (answer: string): string | undefined => answer.split('\r\n')[0]

test('the SDK is answered over a socket as in process', async () => {
  const { endpoint, rootCredentials } = await start()
  const { sts } = clientsOf(endpoint, rootCredentials)
  const { Arn, $metadata } = await sts.send(new GetCallerIdentityCommand({}))
  expect(Arn).toBe('arn:aws:iam::111122223333:root')
  expect($metadata.requestId).toMatch(/^[\da-f-]{36}$/)
})

test('a name other than loopback is refused, whatever the port, and no other origin is let in', async () => {
  const { port } = await start()
  const head = (host: string) =>
    `POST / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`
  const answers = await Promise.all(
    [
      'attacker.example',
      `127.0.0.1.attacker.example:${port}`,
      `127.0.0.1:${port - 1}`,
      `127.0.0.1:${port}`,
      'localhost',
      `[::1]:${port}`,
    ].map(host => raw(port, head(host))),
  )
  expect(answers.map(firstLine)).toEqual([
    'HTTP/1.1 403 Forbidden',
    'HTTP/1.1 403 Forbidden',
    'HTTP/1.1 403 Forbidden',
    'HTTP/1.1 403 Forbidden',
    'HTTP/1.1 403 Forbidden',
    'HTTP/1.1 403 Forbidden',
  ])
  expect(answers.map(answer => answer.includes('MissingAuthenticationToken'))).toEqual([
    false,
    false,
    true,
    true,
    true,
    true,
  ])
  const preflight = await raw(
    port,
    `OPTIONS / HTTP/1.1\r\nHost: localhost\r\nOrigin: https://attacker.example\r\nAccess-Control-Request-Method: POST\r\nConnection: close\r\n\r\n`,
  )
  expect(firstLine(preflight)).toBe('HTTP/1.1 403 Forbidden')
  expect(preflight.toLowerCase()).not.toContain('access-control')
})

test('a page in a browser is refused, wherever it is from', async () => {
  const { port, endpoint } = await start()
  const answers = await Promise.all(
    ['https://attacker.example', endpoint, 'null'].map(origin =>
      raw(
        port,
        `POST / HTTP/1.1\r\nHost: localhost\r\nOrigin: ${origin}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
      ),
    ),
  )
  for (const answer of answers) {
    expect(firstLine(answer)).toBe('HTTP/1.1 403 Forbidden')
    expect(answer).toContain('This endpoint does not answer a page in a browser.')
  }
})

test.each([
  ['that stop in their headers', 'POST / HTTP/1.1\r\nHost: localhost\r\nX-'],
  ['that stop in their body', 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf'],
])('requests %s are ended, and meanwhile others are answered', async (_, half) => {
  const { exchange, rootCredentials } = simulated()
  const { port, endpoint, close } = await serve(exchange, { patience: 500 })
  onTestFinished(close)
  const stuck = Array.from({ length: 20 }, () => raw(port, half))
  const { sts } = clientsOf(endpoint, rootCredentials)
  expect((await sts.send(new GetCallerIdentityCommand({}))).Arn).toBe('arn:aws:iam::111122223333:root')
  expect(new Set((await Promise.all(stuck)).map(firstLine))).toEqual(
    new Set(['HTTP/1.1 408 Request Timeout']),
  )
})

test('a method that asks for another protocol is refused', async () => {
  const { port } = await start()
  const answer = await raw(port, 'CONNECT localhost:22 HTTP/1.1\r\nHost: localhost\r\n\r\n')
  expect(firstLine(answer)).toBe('HTTP/1.1 405 Method Not Allowed')
})

test('without control its paths are as unknown as any other', async () => {
  const { endpoint } = await start()
  const ask = async (path: string) => {
    const response = await fetch(`${endpoint}${path}`, {
      method: 'POST',
      headers: { 'x-iam-lab-control': '1' },
    })
    const id = response.headers.get('x-amzn-requestid')!
    return [response.status, (await response.text()).replaceAll(id, 'ID')]
  }
  expect(await ask('/_control/root-session')).toEqual(await ask('/elsewhere'))
})

test('one connection serves many requests', async () => {
  const { port } = await start()
  const one = `GET / HTTP/1.1\r\nHost: localhost\r\n\r\n`
  const answer = await raw(port, `${one}${one}GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
  expect(answer.match(/HTTP\/1\.1 403 Forbidden/g)).toHaveLength(3)
})

test('a body that is too long is read to its end and refused', async () => {
  const { port } = await start()
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const call = request({ port, method: 'POST', path: '/' }, response => {
      response.resume()
      resolve(response.statusCode)
    })
    call.on('error', reject)
    call.end(Buffer.alloc(10 * longestBody, 'a'))
  })
  expect(status).toBe(413)
})

test('a broken request is refused, and the next one is answered', async () => {
  const { port, endpoint, rootCredentials } = await start()
  const statuses = [
    await raw(port, '\u0001\u0002\r\n\r\n'),
    await raw(port, 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n'),
    await raw(port, `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`),
    await raw(port, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'),
  ]
  expect(statuses.map(firstLine)).toEqual([
    'HTTP/1.1 400 Bad Request',
    'HTTP/1.1 400 Bad Request',
    'HTTP/1.1 431 Request Header Fields Too Large',
    'HTTP/1.1 400 Bad Request',
  ])
  await new Promise<void>(resolve => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf', () =>
        socket.destroy(),
      )
    })
    socket.on('close', () => resolve())
  })
  const { sts } = clientsOf(endpoint, rootCredentials)
  expect((await sts.send(new GetCallerIdentityCommand({}))).Arn).toBe('arn:aws:iam::111122223333:root')
})

test.each([
  [{}, 'Action=ListUsers&Version=2010-05-08', 'text/xml', '<Code>ServiceFailure</Code>'],
  [{ 'content-type': 'application/json' }, '{}', 'application/json', '"__type":"ServiceFailure"'],
])('%# an account that cannot be stored is a 500 with the sentence', async (headers, body, type, code) => {
  const sentence = 'db.journal could not be written, and nothing was changed: the disk is full.'
  const { endpoint, close } = await serve(() => Promise.reject(new StoreError(sentence)))
  onTestFinished(close)
  const response = await fetch(endpoint, { method: 'POST', headers, body })
  const text = await response.text()
  expect([response.status, response.headers.get('content-type')]).toEqual([500, type])
  expect(text).toContain(code)
  expect(text).toContain(sentence)
})

test('a port in use is said', async () => {
  const { port, exchange } = await start()
  await expect(serve(exchange, { port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})
