import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { steps } from '../../src/lab/lab.ts'
import { doStep, openLab } from '../e2e/session.ts'
import { newHome } from '../home.ts'
import { run } from './tools.ts'

test("the AWS CLI imports the lab's csv as a profile", async () => {
  const { program, home } = await openLab()
  for (const { id } of steps.slice(0, 8)) {
    await doStep(program, id)
    await program.press('enter')
  }
  const accountId = /\b\d{12}\b/.exec(program.frame())![0]

  const csv = join(home, accountId, 'admin_accessKeys.csv')
  const away = newHome()
  const env = {
    HOME: away,
    AWS_SHARED_CREDENTIALS_FILE: join(away, 'credentials'),
    AWS_CONFIG_FILE: join(away, 'config'),
  }
  expect(run('aws', ['configure', 'import', '--csv', `file://${csv}`], env)).toBe(
    'Successfully imported 1 profile(s)\n',
  )
  const [userName, accessKeyId, secretAccessKey] = readFileSync(csv, 'utf8').split(/\r?\n/)[1]!.split(',')
  expect(readFileSync(env.AWS_SHARED_CREDENTIALS_FILE, 'utf8')).toBe(
    `[${userName}]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`,
  )
})
