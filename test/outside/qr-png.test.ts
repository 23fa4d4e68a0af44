import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { qrPng } from '../../src/sim/qr-png.ts'
import { seed } from '../sim/device.ts'
import { run } from './tools.ts'

/** What another program reads in an image. */
const scan = (png: Uint8Array): string => {
  const folder = mkdtempSync(join(tmpdir(), 'qr-png-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'code.png')
  writeFileSync(file, png)
  return run('zbarimg', ['--quiet', '--raw', file])
}

test.each([
  `otpauth://totp/phone@111122223333?secret=${seed}`,
  `otpauth://totp/Amazon%20Web%20Services:root-account-mfa-device@blue-team-practice?secret=${seed}&issuer=Amazon%20Web%20Services`,
  `otpauth://totp/Amazon%20Web%20Services:${'a'.repeat(226)}@${'b'.repeat(63)}?secret=${seed}&issuer=Amazon%20Web%20Services`,
])('%# the image can be scanned', text => {
  expect(scan(qrPng(text))).toBe(`${text}\n`)
})
