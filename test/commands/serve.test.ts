import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ListUsersCommand } from '@aws-sdk/client-iam'
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { expect, onTestFinished, test } from 'vitest'
import { commands } from '../../src/commands/commands.ts'
import { readCsv } from '../../src/lab/csv.ts'
import { defaultPort } from '../../src/sim/server.ts'
import { operationStates } from '../../src/sim/operations-list.ts'
import { newHome } from '../home.ts'
import { clientsOf } from '../sim/simulated.ts'
import { filesBelow, iamLab, jsonLines, main } from './program.ts'

/** `iam-lab serve` on a free port, once it has said its first line. What still runs when the test is over is ended. */
const serving = async (home: string, args: string[] = ['--json']) => {
  const child = spawn(process.execPath, [main, 'serve', '--port', '0', ...args], {
    env: { PATH: process.env['PATH'], HOME: home, IAM_LAB_HOME: home },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines: string[] = []
  const reader = createInterface(child.stdout)
  reader.on('line', line => lines.push(line))
  await once(reader, 'line')
  let err = ''
  child.stderr.on('data', bytes => (err += bytes))
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    const [exit] = await once(child, 'close')
    return { exit, err }
  }
  return { child, lines, end }
}

/** A home whose lab was done up to its key: the account's id, the file, and who the key is. */
const withKey = async () => {
  const home = newHome()
  const { accountId, csv } = jsonLines(
    iamLab(home, ['run', '--sim', '--json', '--until', 'credentials-csv']),
  ).at(-1)
  const { accessKeyId, secretAccessKey } = (await readCsv(csv))!
  return { home, accountId, csv, key: { accessKeyId, secretAccessKey } }
}

test('the key of step 8 is good at the endpoint, what it does stays, and SIGTERM ends it in order', async () => {
  const { home, accountId, key } = await withKey()
  const { child, lines, end } = await serving(home)
  expect(lines).toHaveLength(1)
  const said = JSON.parse(lines[0]!)
  expect(said).toEqual({
    endpoint: `http://127.0.0.1:${said.port}`,
    accountId,
    port: expect.any(Number),
    pid: child.pid,
  })
  const { iam, sts } = clientsOf(said.endpoint, key)
  expect((await sts.send(new GetCallerIdentityCommand({}))).Arn).toBe(`arn:aws:iam::${accountId}:user/admin`)
  expect((await iam.send(new ListUsersCommand({}))).Users!.map(({ UserName }) => UserName)).toEqual(['admin'])
  expect(await end('SIGTERM')).toEqual({ exit: 0, err: '' })
  expect(existsSync(join(home, 'sim', 'practice', 'db.lock'))).toBe(false)
  const keys = filesBelow(join(home, 'sim', 'practice'))[join(home, 'sim', 'practice', 'db.json')]
  expect(keys).toContain('"lastUsed"')
})

test('the text says what to type, and Ctrl-C ends it with 130', async () => {
  const { home, accountId, csv } = await withKey()
  const { lines, end } = await serving(home, [])
  expect(await end('SIGINT')).toEqual({ exit: 130, err: 'Ended. What was answered is stored.\n' })
  const [endpoint] = /http:\/\/127\.0\.0\.1:\d+/.exec(lines[0]!)!
  expect(lines).toEqual([
    `The practice account practice (${accountId}) answers at ${endpoint} until Ctrl-C.`,
    '',
    'In another terminal:',
    '',
    `aws configure import --csv file://${csv}`,
    'aws configure set region us-east-1 --profile admin',
    `aws --endpoint-url ${endpoint} sts get-caller-identity --profile admin`,
    `aws --endpoint-url ${endpoint} iam list-users --profile admin`,
  ])
  expect(existsSync(join(home, 'sim', 'practice', 'db.lock'))).toBe(false)
})

test('with --control a script becomes root, and a reset takes the progress and the key file with it', async () => {
  const { home, accountId, csv, key } = await withKey()
  const { lines, end } = await serving(home, ['--json', '--control'])
  const { endpoint } = JSON.parse(lines[0]!)
  const ask = async (path: string) => {
    const headers = { 'x-iam-lab-control': '1' }
    return (await fetch(`${endpoint}${path}`, { method: 'POST', headers })).json() as Promise<any>
  }
  const { AccessKeyId, SecretAccessKey, SessionToken } = await ask('/_control/reset')
  const { sts } = clientsOf(endpoint, {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
  })
  expect((await sts.send(new GetCallerIdentityCommand({}))).Arn).toBe(`arn:aws:iam::${accountId}:root`)
  await expect(clientsOf(endpoint, key).sts.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
    name: 'InvalidClientTokenId',
  })
  expect(existsSync(csv)).toBe(false)
  expect(await end('SIGTERM')).toEqual({ exit: 0, err: '' })
  const again = jsonLines(iamLab(home, ['run', '--sim', '--json', '--dry-run']))
  expect(again[0]).toMatchObject({ id: 'root-sign-in', status: 'planned' })
})

test('without a key it says which step saves one; with --control, how to be root', async () => {
  const { lines, end } = await serving(newHome(), ['--control'])
  expect((await end('SIGINT')).exit).toBe(130)
  const [endpoint] = /http:\/\/127\.0\.0\.1:\d+/.exec(lines[0]!)!
  expect(lines.slice(2)).toEqual([
    'There is no key for it yet: step 8 of the lab saves one.',
    'End this, do the lab (iam-lab --sim, or iam-lab run --sim), and come back.',
    '',
    'To be root, whoever you are:',
    '',
    `curl -X POST -H 'x-iam-lab-control: 1' ${endpoint}/_control/root-session`,
  ])
})

test('an account that is open elsewhere is out of reach, and the lab is named as a way to it', async () => {
  const home = newHome()
  const { child } = await serving(home)
  const { exit, out, err } = iamLab(home, ['serve', '--port', '0'])
  const lock = join(home, 'sim', 'practice', 'db.lock')
  expect({ exit, out, err }).toEqual({
    exit: 4,
    out: '',
    err:
      `This practice account is open in another iam-lab, process ${child.pid}.\n` +
      `If that is the lab, press e there: it serves the same account; else close it first; if it is no iam-lab, delete ${lock}.\n`,
  })
})

test('a port in use is out of reach, and the account is let go', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void taken.close())
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  const home = newHome()
  expect(iamLab(home, ['serve', '--port', String(port)])).toEqual({
    exit: 4,
    out: '',
    err: `Port ${port} is in use by another program.\nName another with --port N, or take a free one with --port 0.\n`,
  })
  expect(existsSync(join(home, 'sim', 'practice', 'db.lock'))).toBe(false)
})

test.each(['65536', '-1', 'x', '1.5'])('--port %s is no port', port => {
  const { exit, err } = iamLab(newHome(), ['serve', `--port=${port}`])
  expect({ exit, err }).toEqual({
    exit: 2,
    err: `--port ${port} cannot be.\nA port is a number from 0 to 65535.\n`,
  })
})

test('the port that is taken when none is named is the one in the help', () => {
  expect(commands.find(({ words }) => words === 'serve')!.options['port']!.summary).toContain(
    `(${defaultPort})`,
  )
})

test('--operations lists what is simulated and why other things are not, and makes no account', () => {
  const home = newHome()
  const states = operationStates()
  const { exit, out, err } = iamLab(home, ['serve', '--operations'])
  const lines = out.trimEnd().split('\n')
  expect({ exit, count: lines.length, err }).toEqual({ exit: 0, count: states.length, err: '' })
  expect(
    lines.filter(line => /^iam:(CreateUser|GetPolicyVersion|ListServerCertificates)\b/.test(line)),
  ).toEqual([
    'iam:CreateUser',
    'iam:GetPolicyVersion  Of AWS’s policies the default version alone.',
    'iam:ListServerCertificates  not simulated: There are no server certificates.',
  ])
  const { operations } = JSON.parse(iamLab(home, ['serve', '--operations', '--json']).out)
  expect(operations).toEqual(states)
  expect(filesBelow(home)).toEqual({})
})
