import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { doStep, openLab } from './session.ts'

/** What was put into the clipboard through the terminal (OSC 52), the latest last. */
const clipboard = (written: string): string[] =>
  // eslint-disable-next-line no-control-regex
  [...written.matchAll(/\u001B\]52;c;([A-Za-z0-9+/=]*)\u0007/g)].map(([, text]) =>
    Buffer.from(text!, 'base64').toString(),
  )

test('c copies through the terminal, and once more into a file; the log is copied as a script', async () => {
  const { program, home } = await openLab()
  await doStep(program, 'root-sign-in')
  await program.press('enter')
  await program.until('Enter plan')
  await program.press('enter')
  await program.until('Enter do this')
  await program.type('c')
  await program.until('c once more writes it to a file.')
  const id = /\d{12}/.exec(program.frame())![0]
  const line = `aws iam create-account-alias --account-alias iam-lab-${id.slice(-6)}\n`
  expect(clipboard(program.written())).toEqual([line])
  await program.type('c')
  const file = join(home, 'iam-lab-account-alias.sh')
  await program.until('Written to ')
  expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual([line, 0o700])
  await program.press('enter')
  await program.until('Enter next step')
  await program.type('l')
  await program.until('Call log')
  await program.type('c')
  await program.until('c once more')
  expect(clipboard(program.written())).toHaveLength(2)
  expect(clipboard(program.written())[1]).toMatch(/^#!\/usr\/bin\/env bash\n/)
  await program.type('c')
  await program.until('iam-lab-log.sh')
  const script = readFileSync(join(home, 'iam-lab-log.sh'), 'utf8')
  expect(script).toBe(clipboard(program.written())[1])
  expect(script).toContain(`# 2. Name the account\n${line}`)
})
