import { spawn, type ChildProcess } from 'node:child_process'
import { createHash, generateKeyPairSync } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  GetAccountAuthorizationDetailsCommand,
  GetAccountPasswordPolicyCommand,
  ListAccessKeysCommand,
  ListAccountAliasesCommand,
  ListVirtualMFADevicesCommand,
} from '@aws-sdk/client-iam'
import { connect } from '../../src/aws/connect.ts'
import { errorCode, type Credentials } from '../../src/lab/account.ts'
import { readCsv } from '../../src/lab/csv.ts'
import { serveSimulated } from '../../src/simulated.ts'
import { filesBelow, main } from '../commands/program.ts'
import { newHome } from '../home.ts'
import { openProxy } from './proxy.ts'

/** What a program left behind. */
export type Ended = { exit: number | null; out: string; err: string }

/** An account owner: a real-looking account behind a proxy, a credentials file, and the program. */
export const owner = async () => {
  const served = await serveSimulated({
    home: newHome(),
    account: 'practice',
    now: () => new Date(),
    port: 0,
    control: true,
    onBug: error => {
      throw error
    },
  })
  const proxy = await openProxy(served.endpoint)
  const { accountId } = served
  const control = async (path: string, body: object = {}): Promise<any> => {
    const answer = await fetch(`${served.endpoint}/_control/${path}`, {
      method: 'POST',
      headers: { 'x-iam-lab-control': '1' },
      body: JSON.stringify(body),
    })
    return answer.json()
  }
  /** The account as anybody sees it who looks. */
  const asRoot = async () => {
    const { AccessKeyId, SecretAccessKey, SessionToken } = await control('root-session')
    const credentials: Credentials = {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
    }
    return { credentials, send: connect({ credentials, endpoint: served.endpoint }) }
  }
  const running = new Set<ChildProcess>()
  /** A new owner's machine: its home, and root's session in the AWS CLI's own file. */
  const machine = async () => {
    const home = newHome()
    const signInAgain = async () => {
      const { accessKeyId, secretAccessKey, sessionToken } = (await asRoot()).credentials
      writeFileSync(
        join(home, '.aws', 'credentials'),
        `[root]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\naws_session_token = ${sessionToken}\n`,
      )
    }
    /** What `aws login` leaves behind, in a profile `login`; `logout` is what `aws logout` does. */
    const awsLogin = async () => {
      const { accessKeyId, secretAccessKey, sessionToken } = (await asRoot()).credentials
      const session = `arn:aws:iam::${accountId}:root`
      const folder = join(home, '.aws', 'login', 'cache')
      const file = join(folder, `${createHash('sha256').update(session).digest('hex')}.json`)
      mkdirSync(folder, { recursive: true })
      writeFileSync(
        join(home, '.aws', 'config'),
        `[profile login]\nlogin_session = ${session}\nregion = us-east-1\n`,
      )
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      writeFileSync(
        file,
        JSON.stringify({
          accessToken: {
            accessKeyId,
            secretAccessKey,
            sessionToken,
            accountId,
            expiresAt: new Date(Date.now() + 600_000).toISOString(),
          },
          tokenType: 'urn:aws:params:oauth:token-type:access_token_sigv4',
          clientId: 'arn:aws:signin:::devtools/same-device',
          refreshToken: 'refresh',
          idToken: 'id',
          dpopKey: privateKey.export({ type: 'sec1', format: 'pem' }),
        }),
      )
      return { session, logout: () => rmSync(file) }
    }
    mkdirSync(join(home, '.aws'))
    await signInAgain()
    const spawned = (args: string[], env: Record<string, string> = {}) => {
      const child = spawn(process.execPath, [main, ...args], {
        env: { PATH: process.env['PATH'], HOME: home, IAM_LAB_HOME: join(home, 'lab'), ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      running.add(child)
      let [out, err] = ['', '']
      child.stdout.on('data', (data: Buffer) => (out += data.toString()))
      child.stderr.on('data', (data: Buffer) => (err += data.toString()))
      const ended = new Promise<Ended>(resolve =>
        child.on('close', exit => {
          running.delete(child)
          resolve({ exit, out, err })
        }),
      )
      return { child, ended }
    }
    const start = (command: string, ...more: string[]) =>
      spawned([command, '--live', '--profile', 'root', '--endpoint-url', proxy.endpoint, ...more])
    const iamLab = (command: string, ...more: string[]) => start(command, ...more).ended
    const agreeing = ['--yes', '--account-id', accountId]
    return {
      home,
      start,
      signInAgain,
      awsLogin,
      /** The program with nothing but these arguments and variables. */
      bare: (args: string[], env: Record<string, string> = {}) => spawned(args, env).ended,
      iamLab,
      agreeing,
      doLab: () => iamLab('run', ...agreeing, '--attest', 'billing-access', '--json'),
      files: () => filesBelow(join(home, 'lab')),
      csv: () => readCsv(join(home, 'lab', accountId, 'admin_accessKeys.csv')),
    }
  }
  return {
    accountId,
    proxy,
    control,
    machine,
    send: async () => (await asRoot()).send,
    /** Everything that the lab may have changed, without what differs from one time to the next. */
    state: async () => {
      const { send } = await asRoot()
      const { UserDetailList, GroupDetailList, Policies, RoleDetailList } = await send(
        new GetAccountAuthorizationDetailsCommand({ MaxItems: 1000 }),
      )
      const keys = await Promise.all(
        UserDetailList!.map(async ({ UserName }) => {
          const { AccessKeyMetadata } = await send(new ListAccessKeysCommand({ UserName }))
          return [UserName, AccessKeyMetadata!.map(({ Status }) => Status)]
        }),
      )
      const policy = await send(new GetAccountPasswordPolicyCommand({})).then(
        ({ PasswordPolicy }) => PasswordPolicy,
        errorCode,
      )
      const { VirtualMFADevices } = await send(new ListVirtualMFADevicesCommand({}))
      const details = {
        UserDetailList,
        GroupDetailList,
        Policies: Policies!.length,
        RoleDetailList,
        keys,
        policy,
      }
      return JSON.parse(
        JSON.stringify({
          ...details,
          aliases: (await send(new ListAccountAliasesCommand({}))).AccountAliases,
          devices: VirtualMFADevices!.map(({ SerialNumber, User }) => [SerialNumber, User?.Arn]),
        }).replaceAll(/"(UserId|GroupId|CreateDate|EnableDate)":"[^"]*"/g, '"$1":"…"'),
      ) as unknown
    },
    /** The ids of the keys that the admin has. */
    keyIds: async () => {
      const { send } = await asRoot()
      const { AccessKeyMetadata } = await send(new ListAccessKeysCommand({ UserName: 'admin' }))
      return AccessKeyMetadata!.map(({ AccessKeyId }) => AccessKeyId)
    },
    close: async () => {
      for (const child of running) child.kill('SIGKILL')
      proxy.close()
      await served.close()
    },
  }
}

export type Owner = Awaited<ReturnType<typeof owner>>
