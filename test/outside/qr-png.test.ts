import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { qrPng } from '../../src/sim/qr-png.ts'
import { seed } from '../sim/device.ts'

/** What zbarimg, a program of its own, reads in an image. */
const read = (png: Uint8Array): string => {
  const folder = mkdtempSync(join(tmpdir(), 'qr-png-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'code.png')
  writeFileSync(file, png)
  const { error, status, stdout, stderr } = spawnSync('zbarimg', ['--quiet', '--raw', file])
  if (error) throw new Error('zbarimg could not be run: install zbar-tools.', { cause: error })
  if (status !== 0) throw new Error(`zbarimg read nothing: ${stderr}`)
  return stdout.toString()
}

test.each([
  `otpauth://totp/phone@111122223333?secret=${seed}`,
  `otpauth://totp/Amazon%20Web%20Services:root-account-mfa-device@blue-team-practice?secret=${seed}&issuer=Amazon%20Web%20Services`,
  `otpauth://totp/Amazon%20Web%20Services:${'a'.repeat(226)}@${'b'.repeat(63)}?secret=${seed}&issuer=Amazon%20Web%20Services`,
])('%# the image can be scanned', text => {
  expect(read(qrPng(text))).toBe(`${text}\n`)
})
