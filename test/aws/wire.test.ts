import { writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { createServer as createSecure } from 'node:https'
import { connect as dial, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { GetContactInformationCommand, PutAlternateContactCommand } from '@aws-sdk/client-account'
import { LookupEventsCommand } from '@aws-sdk/client-cloudtrail'
import {
  CreateAccessKeyCommand,
  CreateUserCommand,
  DeleteAccountAliasCommand,
  EnableMFADeviceCommand,
  GenerateCredentialReportCommand,
  GetAccountSummaryCommand,
  ListUsersCommand,
} from '@aws-sdk/client-iam'
import { AssumeRoleCommand, GetCallerIdentityCommand, GetSessionTokenCommand } from '@aws-sdk/client-sts'
import { generate } from 'selfsigned'
import { expect, onTestFinished, test, vi } from 'vitest'
import { connect } from '../../src/aws/connect.ts'
import { readsAlone, wireTo } from '../../src/aws/wire.ts'
import { errorCode, type ApiCall } from '../../src/lab/account.ts'
import { newHome } from '../home.ts'

const credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
}

const listening = (server: Server): Promise<number> =>
  new Promise(resolve => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
    onTestFinished(() => {
      server.closeAllConnections()
      server.close()
    })
  })

/** Refuses whatever it is asked, so that a request is seen to have come. */
const refusing =
  (seen: string[]) =>
  (from: IncomingMessage, back: { writeHead: (status: number) => { end: () => void } }) => {
    seen.push(`${from.method} ${from.headers.host}`)
    back.writeHead(418).end()
  }

const reads: ApiCall[] = [
  new GetAccountSummaryCommand({}),
  new ListUsersCommand({}),
  new GenerateCredentialReportCommand({}),
  new GetCallerIdentityCommand({}),
  new GetContactInformationCommand({}),
  new LookupEventsCommand({}),
]
const writes: ApiCall[] = [
  new CreateUserCommand({ UserName: 'ada' }),
  new CreateAccessKeyCommand({ UserName: 'ada' }),
  new DeleteAccountAliasCommand({ AccountAlias: 'mine' }),
  new EnableMFADeviceCommand({
    UserName: 'ada',
    SerialNumber: 'arn:aws:iam::111122223333:mfa/ada',
    AuthenticationCode1: '123456',
    AuthenticationCode2: '654321',
  }),
  new GetSessionTokenCommand({}),
  new AssumeRoleCommand({ RoleArn: 'arn:aws:iam::111122223333:role/r', RoleSessionName: 's' }),
  new PutAlternateContactCommand({
    AlternateContactType: 'SECURITY',
    Name: 'n',
    Title: 't',
    EmailAddress: 'a@example.com',
    PhoneNumber: '1',
  }),
]

test('the last door lets every read through and no write, before a byte of it is out', async () => {
  const seen: string[] = []
  const port = await listening(createServer(refusing(seen)))
  const endpoint = `http://127.0.0.1:${port}`
  const send = connect({
    credentials,
    endpoint,
    maxAttempts: 1,
    requestHandler: readsAlone(wireTo(endpoint, {})) as never,
  })
  for (const call of reads)
    expect(await send(call).catch(() => 'refused by the server')).toBe('refused by the server')
  expect(seen).toHaveLength(reads.length)
  for (const call of writes)
    expect(await send(call).catch((error: Error) => error.message)).toMatch(
      /^\w+:\w+ is not on the list of reads, and was not sent\.$/,
    )
  expect(seen).toHaveLength(reads.length)
})

/** A certificate for 127.0.0.1 and for IAM's own host that nobody has signed but itself. */
const certificate = async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    extensions: [
      { name: 'basicConstraints', cA: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 7, ip: '127.0.0.1' },
          { type: 2, value: 'iam.amazonaws.com' },
        ],
      },
    ],
  })
  const path = join(newHome(), 'cert.pem')
  writeFileSync(path, cert)
  return { key, cert, path }
}

test('a certificate that nobody knows is refused, unless AWS_CA_BUNDLE names it', async () => {
  const { key, cert, path } = await certificate()
  const seen: string[] = []
  const port = await listening(createSecure({ key, cert }, refusing(seen)) as never)
  const endpoint = `https://127.0.0.1:${port}`
  const code = (env: NodeJS.ProcessEnv) =>
    connect({ credentials, endpoint, maxAttempts: 1, requestHandler: wireTo(endpoint, env) as never })(
      new GetCallerIdentityCommand({}),
    ).catch(
      (error: { code?: string; $response?: { statusCode: number } }) =>
        error.code ?? error.$response?.statusCode,
    )
  expect([await code({}), await code({ AWS_CA_BUNDLE: path })]).toEqual(['DEPTH_ZERO_SELF_SIGNED_CERT', 418])
  expect(seen).toHaveLength(1)
})

test('HTTPS_PROXY is the way to AWS, and NO_PROXY the exception', async () => {
  const { key, cert, path } = await certificate()
  const seen: string[] = []
  const port = await listening(createSecure({ key, cert }, refusing(seen)) as never)
  const tunnels: string[] = []
  const proxy = createServer()
  proxy.on('connect', (from: IncomingMessage, socket: import('node:stream').Duplex) => {
    tunnels.push(from.url!)
    const there = dial(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      there.pipe(socket).pipe(there)
    })
    there.on('error', () => socket.destroy())
    socket.on('error', () => there.destroy())
  })
  const way = await listening(proxy)
  const ask = async (env: NodeJS.ProcessEnv) => {
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
    try {
      const requestHandler = wireTo(undefined, env) as never
      return await connect({ credentials, maxAttempts: 1, requestHandler })(
        new GetAccountSummaryCommand({}),
      ).catch(
        error => (error as { $response?: { statusCode: number } }).$response?.statusCode ?? errorCode(error),
      )
    } finally {
      vi.unstubAllEnvs()
    }
  }
  // As if from within a company: what answers for iam.amazonaws.com is the proxy's own.
  expect(await ask({ HTTPS_PROXY: `http://127.0.0.1:${way}`, AWS_CA_BUNDLE: path })).toBe(418)
  expect([tunnels, seen]).toEqual([['iam.amazonaws.com:443'], ['POST iam.amazonaws.com']])

  const endpoint = `https://127.0.0.1:${port}`
  vi.stubEnv('HTTPS_PROXY', `http://127.0.0.1:${way}`)
  vi.stubEnv('NO_PROXY', '127.0.0.1')
  onTestFinished(() => void vi.unstubAllEnvs())
  const requestHandler = wireTo(endpoint, { AWS_CA_BUNDLE: path }) as never
  await connect({ credentials, endpoint, maxAttempts: 1, requestHandler })(
    new GetAccountSummaryCommand({}),
  ).catch(() => {})
  expect([tunnels.length, seen.length]).toEqual([1, 2])
})
