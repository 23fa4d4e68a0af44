import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Credentials } from '../../src/lab/account.ts'
import { newHome } from '../home.ts'
import { addUser } from '../sim/simulated.ts'
import { labAnswers } from './lab-answers.ts'
import { prepare, refusals, type Signers } from './refusals.ts'
import { openServed, openServedHere, printed, type Served } from './serve.ts'
import { run, runBeside, type Ran } from './tools.ts'

/** One run of the AWS CLI against an account. */
const aws = (
  { endpoint, envOf }: Served,
  credentials: Credentials | undefined,
  args: string[],
  env: Record<string, string> = {},
): Promise<Ran> =>
  runBeside('aws', ['--endpoint-url', endpoint, '--output', 'json', ...args], {
    env: { ...envOf(credentials), ...env },
  })

/** The error that the CLI writes, as an SDK would have it. */
const errorIn = ({ status, stderr }: Ran): object => {
  const [, Code, Message] =
    /^\nAn error occurred \((\w+)\) when calling the \w+ operation: ([^]*)\n$/.exec(stderr) ?? []
  // https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-returncodes.html: 254 is an error of the service.
  return status === 254 && Code !== undefined ? { Type: 'Sender', Code, Message } : { status, stderr }
}

test('the AWS CLI does the API part of the lab and takes it back', { timeout: 180_000 }, async () => {
  const served = await openServedHere()
  const seedFile = join(newHome(), 'seed.txt')
  const answers: [call: string, answer: unknown][] = []

  /** A command as a person types it. Answers with what it printed. */
  const as = (credentials: Credentials) => async (line: string) => {
    const args = line.split(' ')
    const ran = await aws(served, credentials, args)
    const text = ran.stdout || '{}'
    answers.push([
      args.slice(0, 2).join(' '),
      ran.status === 0 && ran.stderr === '' ? printed(text) : { Error: errorIn(ran) },
    ])
    return ran.status === 0 ? JSON.parse(text) : undefined
  }
  const code = (at: number) =>
    run('oathtool', ['--totp', '--base32', `--now=@${at}`, readFileSync(seedFile, 'utf8').trim()]).trim()
  const credentialsIn = ({ AccessKeyId, SecretAccessKey, SessionToken }: any): Credentials => ({
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
  })

  const root = as(served.rootCredentials)
  const policy = '--policy-arn arn:aws:iam::aws:policy/AdministratorAccess'
  await root('sts get-caller-identity')
  await root('iam create-account-alias --account-alias blue-team-practice')
  await root('iam list-account-aliases')
  await root('iam get-account-password-policy')
  await root(
    'iam update-account-password-policy --minimum-password-length 14 --require-symbols --require-numbers --require-uppercase-characters --require-lowercase-characters --allow-users-to-change-password --password-reuse-prevention 24',
  )
  await root('iam get-account-password-policy')
  await root('iam create-group --group-name Admins')
  await root(`iam attach-group-policy --group-name Admins ${policy}`)
  await root('iam list-attached-group-policies --group-name Admins')
  await root('iam create-user --user-name ada --path /team/ --tags Key=team,Value=blue')
  await root('iam get-user --user-name ada')
  await root('iam create-login-profile --user-name ada --password password')
  await root('iam create-login-profile --user-name ada --password correct-Horse7battery')
  await root('iam add-user-to-group --group-name Admins --user-name ada')
  await root('iam list-groups-for-user --user-name ada')
  const { AccessKey } = await root('iam create-access-key --user-name ada')

  const ada = as(credentialsIn(AccessKey))
  await ada('sts get-caller-identity')
  await ada('iam get-user')
  await ada('iam list-access-keys')
  await ada(
    `iam create-virtual-mfa-device --virtual-mfa-device-name phone --outfile ${seedFile} --bootstrap-method Base32StringSeed`,
  )
  const serial = '--serial-number arn:aws:iam::111122223333:mfa/phone'
  const now = Math.floor(Date.now() / 1000)
  const enable = (code1: string, code2: string) =>
    ada(
      `iam enable-mfa-device --user-name ada ${serial} --authentication-code1 ${code1} --authentication-code2 ${code2}`,
    )
  await enable(code(now), code(now))
  await enable(code(now - 30), code(now))
  await ada('iam list-mfa-devices')
  await root('iam list-virtual-mfa-devices --assignment-status Assigned')
  await ada(`iam deactivate-mfa-device --user-name ada ${serial}`)

  const bare = await ada('sts get-session-token')
  await as(credentialsIn(bare.Credentials))('sts get-caller-identity')
  await as(credentialsIn(bare.Credentials))('iam get-user')
  const token = `sts get-session-token ${serial} --token-code ${code(now + 30)} --duration-seconds 900`
  const session = await ada(token)
  await ada(token)
  const withMfa = as(credentialsIn(session.Credentials))
  await withMfa('sts get-session-token')
  await withMfa('iam get-user')
  await withMfa('iam create-account-alias --account-alias red-team-practice')

  // Deleting a user in AWS's order, trying too early before each step.
  await withMfa(`iam delete-virtual-mfa-device ${serial}`)
  await withMfa('iam delete-user --user-name ada')
  await withMfa('iam delete-login-profile --user-name ada')
  await root('iam delete-user --user-name ada')
  await root(`iam delete-access-key --user-name ada --access-key-id ${AccessKey.AccessKeyId}`)
  await ada('iam get-user')
  await root('iam delete-user --user-name ada')
  await root(`iam deactivate-mfa-device --user-name ada ${serial}`)
  await root(`iam delete-virtual-mfa-device ${serial}`)
  await root('iam delete-user --user-name ada')
  await root('iam delete-group --group-name Admins')
  await root('iam remove-user-from-group --group-name Admins --user-name ada')
  await root('iam delete-user --user-name ada')
  await withMfa('iam get-user')
  await root('iam get-user --user-name ada')
  await root('iam delete-group --group-name Admins')
  await root(`iam detach-group-policy --group-name Admins ${policy}`)
  await root('iam delete-group --group-name Admins')
  await root('iam delete-account-password-policy')
  await root('iam delete-account-alias --account-alias red-team-practice')
  await root('iam get-account-summary')

  expect(answers).toEqual(labAnswers.map(([call, answer]) => [call, asTheCliShows(call, answer)]))
})

/** The CLI gathers a list's pages into one, and saves the secret of a new device to the file. */
const asTheCliShows = (call: string, answer: object): object => {
  const { IsTruncated: _, ...shown } = answer as { IsTruncated?: boolean; VirtualMFADevice?: object }
  return call === 'iam create-virtual-mfa-device'
    ? { VirtualMFADevice: { SerialNumber: 'arn:aws:iam::111122223333:mfa/phone' } }
    : shown
}

/** An account that the calls below leave as it is, and a configuration by which the CLI refuses nothing by itself. */
let served: Served
let signers: Signers
const config = { AWS_CONFIG_FILE: join(newHome(), 'config') }
beforeAll(async () => {
  writeFileSync(config.AWS_CONFIG_FILE, '[default]\nparameter_validation = false\n')
  served = await openServed()
  signers = await prepare(served)
})
afterAll(() => served.close())

/** `CreateVirtualMFADevice` to `create-virtual-mfa-device`. */
const dashed = (name: string): string =>
  name.replaceAll(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-').toLowerCase()

/** Of this one the CLI takes no JSON (awscli/customizations/iamvirtmfa.py). */
const typed: Record<string, string[]> = {
  CreateVirtualMFADevice: [
    '--virtual-mfa-device-name=new',
    '--outfile=/dev/null',
    '--bootstrap-method=Base32StringSeed',
  ],
}

test.concurrent.for(refusals())('%#. signed with %s the AWS CLI is refused: %s', async (row, { expect }) => {
  const [signedWith, call, input, code, , message] = row
  const [service, operation] = call.split(' ') as [string, string]
  const options = typed[operation] ?? ['--cli-input-json', JSON.stringify(input)]
  const args = [service, dashed(operation), ...options]
  if (signers[signedWith] === undefined) args.push('--no-sign-request')
  const ran = await aws(served, signers[signedWith], args, config)
  expect([errorIn(ran), ran.stdout]).toEqual([{ Type: 'Sender', Code: code, Message: message }, ''])
})

test.each([
  [16, 'Signature expired: T is now earlier than T (T - 15 min.)'],
  [-16, 'Signature not yet current: T is still later than T (T + 15 min.)'],
])(
  "the AWS CLI is told when its clock is off: the account's is %i minutes ahead",
  async (minutes, message) => {
    const late = await openServedHere(() => new Date(Date.now() + minutes * 60_000))
    const ran = await aws(late, late.rootCredentials, ['iam', 'get-user'])
    const { Code, Message } = errorIn(ran) as { Code: string; Message: string }
    expect([Code, Message.replaceAll(/\d{8}T\d{6}Z/g, 'T')]).toEqual(['SignatureDoesNotMatch', message])
  },
)

test('the AWS CLI pages a list, goes on from its own token, and waits', async () => {
  const here = await openServedHere()
  const names = Array.from({ length: 23 }, (_, index) => `user-${String(index).padStart(2, '0')}`)
  for (const name of names) addUser(here.store, { name })
  const users = async (...options: string[]) => {
    const args = ['iam', 'list-users', '--query', '[Users[].UserName, NextToken]', ...options]
    return JSON.parse((await aws(here, here.rootCredentials, args)).stdout) as [string[], string | null]
  }
  const [first, token] = await users('--max-items', '10', '--page-size', '4')
  expect([
    await users(),
    await users('--page-size', '7'),
    first,
    await users('--starting-token', token!, '--page-size', '5'),
  ]).toEqual([[names, null], [names, null], names.slice(0, 10), [names.slice(10), null]])
  expect(
    await aws(here, here.rootCredentials, ['iam', 'wait', 'user-exists', '--user-name', 'user-01']),
  ).toEqual({ status: 0, stdout: '', stderr: '' })
})
