import { createHash, generateKeyPairSync } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { connect } from '../../src/aws/connect.ts'
import {
  accountOfLogin,
  checkPartition,
  checkPlace,
  findCredentials,
  remnantsOf,
  type Asked,
} from '../../src/aws/credentials.ts'
import { newHome } from '../home.ts'

const root = 'arn:aws:iam::111122223333:root'
const key = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
}
const later = new Date(Date.now() + 600_000)
const before = new Date(Date.now() - 60_000)

let home = ''
beforeEach(() => {
  home = newHome()
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) vi.stubEnv(name, undefined)
  vi.stubEnv('HOME', home)
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true')
})
afterEach(() => vi.unstubAllEnvs())

const file = (path: string, text: string) => {
  mkdirSync(dirname(join(home, path)), { recursive: true })
  writeFileSync(join(home, path), text)
}
const asked = (given: Partial<Asked> = {}): Asked => ({ env: process.env, ...given })

/** What `aws login` leaves behind: a profile, and a cache file named after its session. */
const loggedIn = (expires: Date) => {
  file('.aws/config', `[profile root]\nlogin_session = ${root}\nregion = us-east-1\n`)
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const cached = {
    accessToken: {
      accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
      secretAccessKey: key.secretAccessKey,
      sessionToken: 'token',
      accountId: '111122223333',
      expiresAt: expires.toISOString(),
    },
    tokenType: 'urn:aws:params:oauth:token-type:access_token_sigv4',
    clientId: 'arn:aws:signin:::devtools/same-device',
    refreshToken: 'refresh',
    idToken: 'id',
    dpopKey: privateKey.export({ type: 'sec1', format: 'pem' }),
  }
  file(`.aws/login/cache/${createHash('sha256').update(root).digest('hex')}.json`, JSON.stringify(cached))
}

type Told = { name: string; message: string; fix: string }
const refusal = (promise: Promise<unknown>): Promise<Told> =>
  promise.then(
    () => {
      throw new Error('It was not refused.')
    },
    ({ name, message, fix }: Told) => ({ name, message, fix }),
  )
const signIn = (profile: string) =>
  `Sign in with the AWS CLI (2.32 or later; no root key is needed): aws login --profile ${profile}, then iam-lab --live --profile ${profile}`

type Source = { what: string; made: () => void; profile?: string; found: object }
const sources: Source[] = [
  {
    what: 'an aws login session of root',
    made: () => loggedIn(later),
    profile: 'root',
    found: {
      credentials: {
        accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
        secretAccessKey: key.secretAccessKey,
        sessionToken: 'token',
      },
      source: 'profile root (aws login)',
      expires: new Date(later.toISOString()),
      longTerm: false,
      region: 'us-east-1',
    },
  },
  {
    what: 'a key in a profile',
    made: () =>
      file(
        '.aws/credentials',
        `[work]\naws_access_key_id = ${key.accessKeyId}\naws_secret_access_key = ${key.secretAccessKey}\n`,
      ),
    profile: 'work',
    found: {
      credentials: key,
      source: 'profile work (access key)',
      expires: undefined,
      longTerm: true,
      region: 'us-east-1',
    },
  },
  {
    what: 'the variables of the shell',
    made: () => {
      vi.stubEnv('AWS_ACCESS_KEY_ID', key.accessKeyId)
      vi.stubEnv('AWS_SECRET_ACCESS_KEY', key.secretAccessKey)
      vi.stubEnv('AWS_REGION', 'eu-west-1')
    },
    found: {
      credentials: key,
      source: 'the variables of the shell',
      expires: undefined,
      longTerm: true,
      region: 'eu-west-1',
    },
  },
  {
    what: 'a credential process',
    made: () => {
      const answer = JSON.stringify({
        Version: 1,
        AccessKeyId: 'ASIAIOSFODNN7EXAMPLE',
        SecretAccessKey: key.secretAccessKey,
        SessionToken: 'token',
        Expiration: later.toISOString(),
      })
      file('answer.json', answer)
      file('.aws/config', `[profile made]\ncredential_process = cat ${join(home, 'answer.json')}\n`)
    },
    profile: 'made',
    found: {
      credentials: {
        accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
        secretAccessKey: key.secretAccessKey,
        sessionToken: 'token',
      },
      source: 'profile made (credential process)',
      expires: new Date(later.toISOString()),
      longTerm: false,
      region: 'us-east-1',
    },
  },
]
test.each(sources)('found, and said where: $what', async ({ made, profile, found }) => {
  made()
  expect(await findCredentials(asked({ profile }))).toEqual(found)
})

type Missing = { what: string; made: () => void; profile?: string; told: Told }
const missing: Missing[] = [
  {
    what: 'nothing anywhere',
    made: () => {},
    told: { name: 'NoCredentials', message: 'No AWS credentials were found.', fix: signIn('root') },
  },
  {
    what: 'an SSO session that has ended',
    made: () => {
      const url = 'https://example.awsapps.com/start'
      file(
        '.aws/config',
        `[profile sso]\nsso_session = mine\nsso_account_id = 111122223333\nsso_role_name = Admin\n[sso-session mine]\nsso_start_url = ${url}\nsso_region = us-east-1\n`,
      )
      file(
        `.aws/sso/cache/${createHash('sha1').update('mine').digest('hex')}.json`,
        JSON.stringify({
          accessToken: 'old',
          expiresAt: before.toISOString(),
          startUrl: url,
          region: 'us-east-1',
        }),
      )
    },
    profile: 'sso',
    told: {
      name: 'SessionEnded',
      message: 'The session of the profile "sso" has ended.',
      fix: 'Sign in again: aws sso login --profile sso',
    },
  },
  {
    what: 'a credential process whose keys have ended',
    made: () => {
      const answer = JSON.stringify({
        Version: 1,
        AccessKeyId: key.accessKeyId,
        SecretAccessKey: key.secretAccessKey,
        Expiration: before.toISOString(),
      })
      file('answer.json', answer)
      file('.aws/config', `[profile made]\ncredential_process = cat ${join(home, 'answer.json')}\n`)
    },
    profile: 'made',
    told: {
      name: 'SessionEnded',
      message: 'The session of the profile "made" has ended.',
      fix: 'Sign in again: aws login --profile made',
    },
  },
]
test.each(missing)('not there, and said what to do: $what', async ({ made, profile, told }) => {
  made()
  expect(await refusal(findCredentials(asked({ profile })))).toEqual(told)
})

const takeAway = (url: string) => ({
  message: `The variable AWS_ENDPOINT_URL_IAM sends calls to ${url}, which was not asked for.`,
  fix: `Take it away (unset AWS_ENDPOINT_URL_IAM), or say so: --endpoint-url ${url}`,
})
type Place = { what: string; made: () => void; given?: Partial<Asked>; told: Told }
const places: Place[] = [
  {
    what: 'an endpoint of one service in the shell',
    made: () => vi.stubEnv('AWS_ENDPOINT_URL_IAM', 'https://iam.example.com'),
    told: { name: 'UnaskedEndpoint', ...takeAway('https://iam.example.com') },
  },
  {
    what: 'an endpoint in the profile',
    made: () => file('.aws/config', '[profile p]\nendpoint_url = https://iam.example.com\n'),
    given: { profile: 'p' },
    told: {
      name: 'UnaskedEndpoint',
      message:
        'The profile "p" sets endpoint_url (https://iam.example.com), which sends calls elsewhere and was not asked for.',
      fix: 'Use a profile without it, or name the address: --endpoint-url URL',
    },
  },
  {
    what: 'endpoints of services in the profile',
    made: () =>
      file(
        '.aws/config',
        '[profile p]\nservices = mine\n[services mine]\niam =\n  endpoint_url = https://x\n',
      ),
    given: { profile: 'p' },
    told: {
      name: 'UnaskedEndpoint',
      message: 'The profile "p" sets services (mine), which sends calls elsewhere and was not asked for.',
      fix: 'Use a profile without it, or name the address: --endpoint-url URL',
    },
  },
  {
    what: 'a region of another partition in the shell',
    made: () => vi.stubEnv('AWS_REGION', 'us-gov-west-1'),
    told: {
      name: 'OtherPartition',
      message: 'The region us-gov-west-1 belongs to another partition of AWS.',
      fix: 'This lab is for accounts of the partition aws. Name one of its regions: --region us-east-1',
    },
  },
  {
    what: 'a profile that the shell names and that is not there',
    made: () => {
      vi.stubEnv('AWS_PROFILE', 'gone')
      file('.aws/config', '[profile one]\nregion = us-east-1\n[default]\nregion = us-east-1\n')
    },
    told: {
      name: 'NoSuchProfile',
      message: 'There is no AWS profile "gone".',
      fix: `Those there are: default, one. ${signIn('gone')}`,
    },
  },
]
test.each(places)('refused before anything is sent: $what', async ({ made, given, told }) => {
  made()
  expect(await refusal(checkPlace(asked(given)))).toEqual(told)
})

test('an endpoint that was asked for, or that is to be ignored, is no surprise', async () => {
  vi.stubEnv('AWS_ENDPOINT_URL', 'https://iam.example.com')
  expect(await checkPlace(asked({ endpoint: 'http://127.0.0.1:4265' }))).toBeUndefined()
  vi.stubEnv('AWS_IGNORE_CONFIGURED_ENDPOINT_URLS', 'true')
  expect(await checkPlace(asked())).toBeUndefined()
})

test('an identity of another partition is refused', () => {
  checkPartition(root)
  expect(() => checkPartition('arn:aws-cn:iam::111122223333:root')).toThrow(
    'arn:aws-cn:iam::111122223333:root belongs to the partition aws-cn.',
  )
})

test('what is left of root on this machine is named, with how to end it', async () => {
  loggedIn(before)
  expect(await accountOfLogin(asked({ profile: 'root' }))).toBe('111122223333')
  const login = {
    says: 'the aws login session of root is still there: aws logout --profile root',
    blocks: true,
  }
  expect(await remnantsOf(asked(), '111122223333', 'profile root (aws login)')).toEqual([login])
  expect(await remnantsOf(asked(), '444455556666', '')).toEqual([])
  expect(await remnantsOf(asked(), '444455556666', 'the variables of the shell')).toEqual([
    {
      says: 'root credentials are still in the variables of the shell: unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN',
      blocks: false,
    },
  ])
})

test('with an endpoint every client inside the chain goes there, too', async () => {
  const seen: string[] = []
  const server = createServer((from, back) => {
    seen.push(`${from.method} ${from.headers.authorization?.split('/')[3]}`)
    back.writeHead(403, { 'content-type': 'text/xml' }).end('<Error><Code>AccessDenied</Code></Error>')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  file(
    '.aws/credentials',
    `[base]\naws_access_key_id = ${key.accessKeyId}\naws_secret_access_key = ${key.secretAccessKey}\n`,
  )
  file('.aws/config', '[profile role]\nrole_arn = arn:aws:iam::111122223333:role/r\nsource_profile = base\n')
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await refusal(findCredentials(asked({ profile: 'role', endpoint })))
  expect(new Set(seen)).toEqual(new Set(['POST sts']))
})

test('an address in the default profile is not taken when another profile was asked for', async () => {
  const seen: string[] = []
  const server = createServer((from, back) => {
    seen.push(from.url!)
    back.writeHead(403).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const elsewhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  file('.aws/config', `[default]\nendpoint_url = ${elsewhere}\n[profile root]\nregion = us-east-1\n`)
  await checkPlace(asked({ profile: 'root' }))
  const out: string[] = []
  const requestHandler = {
    handle: ({ hostname }: { hostname: string }) => {
      out.push(hostname)
      return Promise.reject(new Error('no way out'))
    },
  }
  const send = connect({ credentials: key, maxAttempts: 1, requestHandler: requestHandler as never })
  await refusal(send(new GetCallerIdentityCommand({})))
  expect([out, seen]).toEqual([['sts.us-east-1.amazonaws.com'], []])
})

test('an empty AWS_PROFILE is none, and sections that are no profiles are not listed', async () => {
  vi.stubEnv('AWS_PROFILE', '')
  expect(await checkPlace(asked({ endpoint: 'http://127.0.0.1:4265' }))).toBeUndefined()
  file('.aws/config', '[profile one]\nregion = us-east-1\n[sso-session s]\nsso_region = us-east-1\n')
  const { fix } = await refusal(checkPlace(asked({ profile: 'gone' })))
  expect(fix).toMatch(/^Those there are: one\. /)
})
