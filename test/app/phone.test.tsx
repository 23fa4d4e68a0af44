import { expect, test } from 'vitest'
import { CodeBar } from '../../src/app/parts/CodeBar.tsx'
import { PhonePanel } from '../../src/app/parts/PhonePanel.tsx'
import type { PhoneCode } from '../../src/lab/account.ts'
import { open } from '../terminal.tsx'

const root: PhoneCode = {
  label: 'root@111122223333',
  serialNumber: 'arn:aws:iam::111122223333:mfa/root-account-mfa-device',
  code: '123456',
  next: '654321',
  usable: '123456',
  secondsLeft: 17,
}

const frameOf = async (codes: PhoneCode[]) => {
  const terminal = await open(<PhonePanel codes={codes} />, { columns: 30, rows: 12 })
  const frame = terminal.frame().trimEnd()
  await terminal.close()
  return `\n${frame}\n`
}

test('the phone shows every device with its code, the next one and the time until then', async () => {
  const admin = {
    ...root,
    label: 'admin@111122223333',
    serialNumber: 'arn:aws:iam::111122223333:mfa/admin',
    code: '000042',
    usable: '000042',
  }
  expect(await frameOf([root, admin])).toBe(`
╭────────────────────────────╮
│ root@111122223333          │
│ 123 456  next 654 321      │
│ ████████████░░░░░░░░░ 17 s │
│ admin@111122223333         │
│ 000 042  next 654 321      │
│ ████████████░░░░░░░░░ 17 s │
╰────────────────────────────╯
`)
})

const lines: [what: string, usable: string | undefined, line: string][] = [
  ['a code that was used says so, and the next is taken', '654321', '│ 123 456 used next 654 321  │'],
  ['a later code is shown when both were used', '987654', '│ 123 456 used take 987 654  │'],
  ['there may be none for a while', undefined, '│ 123 456 used, wait         │'],
]
test.each(lines)('%s', async (_, usable, line) => {
  expect((await frameOf([{ ...root, usable }])).split('\n')[3]).toBe(line)
})

test('the code to take stands out', async () => {
  const terminal = await open(<PhonePanel codes={[{ ...root, usable: '654321' }]} />, {
    columns: 30,
    rows: 12,
  })
  expect([terminal.cell(2, 2).bold, terminal.cell(20, 2).bold]).toEqual([false, true])
  await terminal.close()
})

test('a phone without devices says what it waits for', async () => {
  expect(await frameOf([])).toBe(`
╭────────────────────────────╮
│ No device is set up yet.   │
╰────────────────────────────╯
`)
})

const bars: [secondsLeft: number, width: number, bar: string][] = [
  [30, 20, '███████████████ 30 s'],
  [15, 20, '████████░░░░░░░ 15 s'],
  [1, 20, '█░░░░░░░░░░░░░░  1 s'],
  [15, 40, '███████████░░░░░░░░░░░ next code in 15 s'],
  [15, 4, ' 15…'],
]
test.each(bars)('with %i seconds left the bar of %i cells is %s', async (secondsLeft, width, bar) => {
  const terminal = await open(<CodeBar secondsLeft={secondsLeft} width={width} />, {
    columns: Math.max(width, 1),
    rows: 1,
  })
  expect(terminal.frame()).toBe(bar)
  await terminal.close()
})
