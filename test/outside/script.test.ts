import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ChangePasswordCommand } from '@aws-sdk/client-iam'
import { expect, test } from 'vitest'
import { callLog } from '../../src/lab/call-log.ts'
import { steps } from '../../src/lab/lab.ts'
import { script } from '../../src/lab/script.ts'
import { newHome } from '../home.ts'
import { learner } from '../lab/learner.ts'
import { openServedHere } from './serve.ts'
import { find, run } from './tools.ts'

const password = String.raw`a"B\c$d%e\\n'f` + '`id` 7 é'

/** An `aws` that writes down what it was called with, and is the AWS CLI at this endpoint. */
const noting = (folder: string, endpoint: string): string => {
  mkdirSync(folder)
  const file = join(folder, 'aws')
  const log = join(folder, 'argv')
  writeFileSync(
    file,
    `#!/bin/sh\nprintf '%s\\n' "$*" >> ${log}\nexec ${find('aws')} --endpoint-url ${endpoint} "$@"\n`,
  )
  chmodSync(file, 0o755)
  return log
}

test('the script of the log does the lab in another account, and no secret is ever an argument', async () => {
  const one = await learner()
  await one.reach('admin-mfa')
  const { progress, accountId } = one.sitting
  const text = script(callLog(progress), progress, steps, accountId)
  one.close()

  const other = await openServedHere()
  const home = newHome()
  const file = join(home, 'lab.sh')
  writeFileSync(file, text)
  const argv = noting(join(home, 'bin'), other.endpoint)
  const { PATH } = process.env
  const shell = spawn('bash', [file], {
    cwd: home,
    env: { ...other.envOf(other.rootCredentials), PATH: `${join(home, 'bin')}:${PATH}` },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [shell.stdout, shell.stderr]) stream.on('data', bytes => (said += bytes))
  shell.stdin.write(`${password}\n`)
  const seedFile = join(home, 'admin_mfa-seed.txt')
  const seed = await untilWritten(seedFile, shell, () => said)
  const codes = run('oathtool', ['--totp', '--base32', '--window=1', seed]).trim().split('\n')
  shell.stdin.end(`${codes.join('\n')}\n`)
  const [exit] = await once(shell, 'close')

  expect({ exit, said }).toEqual({
    exit: 0,
    said: expect.stringContaining('This changes the account 111122223333.'),
  })
  const { AccessKey } = JSON.parse(readFileSync(join(home, 'admin_accessKey.json'), 'utf8'))
  const { iam } = other.as({
    accessKeyId: AccessKey.AccessKeyId,
    secretAccessKey: AccessKey.SecretAccessKey,
  })
  await iam.send(new ChangePasswordCommand({ OldPassword: password, NewPassword: 'an0ther-Long-passw0rd' }))
  const user = other.store.state.users.get('admin')!
  expect([user.groups.length, user.accessKeys.length, user.mfaDevices.length]).toEqual([1, 1, 1])
  expect(other.store.state.account.passwordPolicy).toMatchObject({ MinimumPasswordLength: 14 })
  const ran = readFileSync(argv, 'utf8')
  for (const secret of [password, 'a"B', ...codes, AccessKey.SecretAccessKey, seed])
    expect(`${ran}${said}`).not.toContain(secret)
  expect(ran.match(/--cli-input-json file:\/\//g)).toHaveLength(2)
  for (const name of readdirSync(home).filter(name => name.startsWith('admin_')))
    expect([name, statSync(join(home, name)).mode & 0o777]).toEqual([name, 0o600])
})

const untilWritten = async (
  file: string,
  shell: ReturnType<typeof spawn>,
  said: () => string,
): Promise<string> => {
  const ended = once(shell, 'close').then(() => 'ended')
  for (;;) {
    if (existsSync(file) && readFileSync(file, 'utf8').length > 20) return readFileSync(file, 'utf8').trim()
    const waited = new Promise(resolve => setTimeout(resolve, 50))
    if ((await Promise.race([ended, waited])) === 'ended')
      throw new Error(`The script ended too early: ${said()}`)
  }
}
