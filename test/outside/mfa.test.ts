import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { steps } from '../../src/lab/lab.ts'
import type { Program } from '../e2e/pty.ts'
import { doStep, openLab } from '../e2e/session.ts'
import { dark, light, picture, type Theme } from './picture.ts'
import { run } from './tools.ts'

/** Does every step before this one. */
const doStepsBefore = async (program: Program, id: string) => {
  for (const step of steps.slice(
    0,
    steps.findIndex(step => step.id === id),
  )) {
    await doStep(program, step.id)
    await program.press('enter')
  }
}

/** From the text of an MFA step to its QR code. */
const toCode = async ({ press, until }: Program) => {
  await until('Enter plan')
  await press('enter')
  await until('Enter do this')
  await press('enter')
  return until('Enter type the codes')
}

/** The seed as a person copies it off the screen: groups of four. */
const seedOn = (frame: string): string =>
  frame
    .match(/(?<=^| )[A-Z2-7]{4}(?: [A-Z2-7]{4})+$/gm)!
    .join('')
    .replaceAll(' ', '')

/** A camera and an app that reads QR codes. */
const scan = (
  program: Program,
  size: { columns: number; rows: number },
  theme: Theme,
  folder: string,
): string => {
  const file = join(folder, 'screen.pgm')
  writeFileSync(file, picture(program.cell, size, theme))
  return run('zbarimg', ['--quiet', '--raw', file]).trim()
}

/** Gives root or the admin a device, with the seed off the screen and codes of another program. */
const enrolByHand = async (program: Program) => {
  const seed = seedOn(await toCode(program))
  await program.press('enter')
  await program.until('MFA code 1')
  const [now, next] = run('oathtool', ['--totp', '--base32', '--window=1', seed]).trim().split('\n')
  await program.type(`${now}${next}`)
  const boxes = next!.replaceAll(/\d/g, '[$&]')
  await program.until(frame => frame.includes(`MFA code 2  ${boxes.slice(0, 9)} ${boxes.slice(9)}`))
  await program.press('enter')
  await program.until(/Enter (next step|finish)/)
}

test('codes that oathtool computes from the seed on the screen are taken, for root and for the admin', async () => {
  const { program } = await openLab()
  for (const { id } of steps) {
    await (id.endsWith('-mfa') ? enrolByHand(program) : doStep(program, id))
    await program.press('enter')
  }
  expect(await program.until('The lab is done')).toContain('11 of 11')
})

const sights: [
  what: string,
  size: { columns: number; rows: number },
  theme: Theme,
  env: Record<string, string>,
][] = [
  ['80x24, white on black', { columns: 80, rows: 24 }, dark, {}],
  ['80x24, black on white', { columns: 80, rows: 24 }, light, {}],
  ['80x24, black on white, in sixteen colours', { columns: 80, rows: 24 }, light, { TERM: 'xterm' }],
  ['80x24, black on white, in all colours', { columns: 80, rows: 24 }, light, { COLORTERM: 'truecolor' }],
  ['80x24, white on black, without colours', { columns: 80, rows: 24 }, dark, { NO_COLOR: '1' }],
  ['120x40, white on black', { columns: 120, rows: 40 }, dark, {}],
  ['44x26, black on white', { columns: 44, rows: 26 }, light, {}],
]
test.each(sights)(
  'the QR code is read off the screen: %s',
  { timeout: 60_000 },
  async (_, size, theme, env) => {
    const { program, home } = await openLab({ ...size, env })
    await doStepsBefore(program, 'root-mfa')
    const seed = seedOn(await toCode(program))
    expect(scan(program, size, theme, home)).toMatch(
      new RegExp(`^otpauth://totp/root-account-mfa-device@\\d{12}\\?secret=${seed}$`),
    )
  },
)
