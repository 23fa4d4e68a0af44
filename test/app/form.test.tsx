import { expect, test } from 'vitest'
import { lineOf, type Line } from '../../src/app/parts/edit.ts'
import { Form } from '../../src/app/parts/Form.tsx'
import { TextInput } from '../../src/app/parts/TextInput.tsx'
import type { About, Fields } from '../../src/lab/field.ts'
import { adminUser } from '../../src/lab/steps/admin-user.ts'
import { passwordPolicy } from '../../src/lab/steps/password-policy.ts'
import { mfaCodeFields } from '../../src/lab/mfa.ts'
import { open, type Terminal } from '../terminal.tsx'

const about: About = {
  accountId: '111122223333',
  home: '/home/learner/.iam-lab',
  chosen: () => ({}),
  passwordPolicy: { MinimumPasswordLength: 14, RequireSymbols: true, RequireNumbers: true },
  suggestedPassword: 'Kq7#mWz2pRt9@xNc4vBd',
}

const linesOf = (fields: Fields, values: Record<string, string> = {}): Record<string, Line> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, { initial }]) => [
      name,
      lineOf(values[name] ?? (typeof initial === 'function' ? initial(about) : initial)),
    ]),
  )

const shown = (terminal: Terminal) => terminal.frame().trimEnd()

/** The text of the cells that are drawn inverted: the cursor. */
const inverted = ({ cell }: Terminal, columns: number, rows: number): string[] =>
  Array.from({ length: rows * columns }, (_, at) => [at % columns, Math.floor(at / columns)] as const)
    // A wide character has a second cell, without text.
    .filter(([x, y]) => cell(x, y).inverse && cell(x, y).text !== '')
    .map(([x, y]) => `${x},${y} ${cell(x, y).text}`)

const inputs: [what: string, line: Line, focused: boolean, width: number, frame: string, cursor: string[]][] =
  [
    ['a short text stands as it is', lineOf('admin'), false, 10, 'admin', []],
    ['the cursor is behind the last character', lineOf('admin'), true, 10, 'admin', ['5,0  ']],
    ['the cursor is on a character', { value: 'admin', cursor: 1 }, true, 10, 'admin', ['1,0 d']],
    [
      'a text that fills the window without a cursor is whole',
      lineOf('0123456789'),
      false,
      10,
      '0123456789',
      [],
    ],
    ['a longer text goes on', lineOf('0123456789A'), false, 10, '01234567…', []],
    ['the end is seen where the cursor is', lineOf('0123456789ABCDEF'), true, 10, '…CDEF', ['5,0  ']],
    ['both sides go on', { value: '0123456789ABCDEF', cursor: 9 }, true, 10, '…6789ABCD…', ['4,0 9']],
    [
      'the start is seen where the cursor is',
      { value: '0123456789ABCDEF', cursor: 2 },
      true,
      10,
      '01234567…',
      ['2,0 2'],
    ],
    ['wide characters count twice', { value: '世界世界世界', cursor: 4 }, true, 10, '…世界世…', ['5,0 世']],
  ]

test.each(inputs)('%s', async (_, line, focused, width, frame, cursor) => {
  const terminal = await open(<TextInput line={line} focused={focused} width={width} />, {
    columns: 20,
    rows: 2,
  })
  expect(shown(terminal)).toBe(frame)
  expect(inverted(terminal, 20, 2)).toEqual(cursor)
  await terminal.close()
})

test('at every place of the cursor, in any width, the cursor is seen and nothing is wider than the window', async () => {
  const value = 'a世be\u0301c0123456789界'
  const terminal = await open(<TextInput line={lineOf('')} focused width={1} />, { columns: 40, rows: 3 })
  for (const width of [6, 7, 8, 9, 12, 18, 30])
    for (let cursor = 0; cursor <= 16; cursor++) {
      await terminal.rerender(<TextInput line={{ value, cursor }} focused width={width} />)
      const cells = inverted(terminal, 40, 3)
      expect([width, cursor, cells.length]).toEqual([width, cursor, 1])
      expect(terminal.cell(width, 0).text.trim()).toBe('')
      expect(terminal.frame().split('\n')[1]).toBe('')
    }
  await terminal.close()
})

test('a masked text shows how long it is and nothing else', async () => {
  const terminal = await open(<TextInput line={lineOf('pä👍🏽')} focused masked width={20} />, {
    columns: 30,
    rows: 1,
  })
  expect(shown(terminal)).toBe('•••')
  await terminal.close()
})

test('an empty text shows its placeholder', async () => {
  const terminal = await open(<TextInput line={lineOf('')} focused={false} width={20} placeholder="none" />, {
    columns: 30,
    rows: 1,
  })
  expect(shown(terminal)).toBe('none')
  await terminal.close()
})

type FormProps = Parameters<typeof Form>[0]
const frameOf = async (props: Partial<FormProps> & { fields: Fields }, columns = 60, rows = 16) => {
  const terminal = await open(
    <Form
      lines={linesOf(props.fields)}
      focus={undefined}
      problems={{}}
      revealed={false}
      about={about}
      width={columns}
      {...props}
    />,
    { columns, rows },
  )
  const frame = shown(terminal)
  await terminal.close()
  return `\n${frame}\n`
}

test('a form shows labels and values, and masks what is secret', async () => {
  expect(await frameOf({ fields: adminUser.fields }, 80)).toBe(`
  User name                     admin
  Console password              •••••••••••••••••••• generated
  Must change at first sign-in  [ ]
`)
})

test('the field in hand is marked, and its limits are below them all, so that none moves', async () => {
  expect(await frameOf({ fields: adminUser.fields, focus: 'UserName' }, 80)).toBe(`
▸ User name                     admin
  Console password              •••••••••••••••••••• generated
  Must change at first sign-in  [ ]

  1 to 64 letters, digits and + = . @ _ - (no comma: the credentials file could
  not hold it).
`)
})

test('a problem stands in place of the limits, at the field in hand and at one that was left', async () => {
  const fields = adminUser.fields
  const props = {
    fields,
    lines: linesOf(fields, { UserName: 'a,b', Password: '' }),
    problems: { UserName: 'No comma.', Password: 'Console password is empty.' },
    focus: 'UserName',
  }
  expect(await frameOf(props, 80)).toBe(`
▸ User name                     a,b
                                ✗ No comma.
  Console password
                                ✗ Console password is empty.
  Must change at first sign-in  [ ]
`)
})

test("a new password has the policy's verdict, rule by rule", async () => {
  const fields = adminUser.fields
  const props = { fields, focus: 'Password', lines: linesOf(fields, { Password: 'correct-horse' }) }
  expect(await frameOf({ ...props, revealed: true }, 80)).toBe(`
  User name                     admin
▸ Console password              correct-horse
  Must change at first sign-in  [ ]

  As the password policy says.
  ○ 14 characters  ○ a number  ● a symbol
`)
})

test('a password that is only asked for has no verdict', async () => {
  const fields: Fields = {
    Password: { label: 'Password', type: 'password', limits: 'The password of the root user.', initial: 'x' },
  }
  expect(await frameOf({ fields, focus: 'Password' })).toBe(`
▸ Password  •

  The password of the root user.
`)
})

test('a switch says its key', async () => {
  expect(await frameOf({ fields: adminUser.fields, focus: 'PasswordResetRequired', about }, 80)).toBe(`
  User name                     admin
  Console password              •••••••••••••••••••• generated
▸ Must change at first sign-in  [ ]

  Space: on or off.
`)
})

test('a code has six boxes, and digits beyond them are not hidden', async () => {
  const fields = mfaCodeFields('MFACode')
  const props = {
    fields,
    focus: 'MFACode1',
    lines: linesOf(fields, { MFACode1: '123', MFACode2: '6543217' }),
  }
  expect(await frameOf(props)).toBe(`
▸ MFA code 1  [1][2][3] [ ][ ][ ]
  MFA code 2  [6][5][4] [3][2][1] 7

  The six digits that the app shows.
`)
})

test('the box that is typed into next is inverted', async () => {
  const fields = mfaCodeFields('MFACode')
  const terminal = await open(
    <Form
      fields={fields}
      lines={linesOf(fields, { MFACode1: '123' })}
      focus="MFACode1"
      problems={{}}
      revealed={false}
      about={about}
      width={40}
    />,
    { columns: 40, rows: 5 },
  )
  expect(inverted(terminal, 40, 5)).toEqual(['25,0  '])
  await terminal.close()
})

test('in a narrow window labels stand above', async () => {
  expect(await frameOf({ fields: adminUser.fields, focus: 'UserName' }, 38)).toBe(`
▸ User name
  admin
  1 to 64 letters, digits and + = . @
  _ - (no comma: the credentials file
  could not hold it).
  Console password
  •••••••••••••••••••• generated
  Must change at first sign-in
  [ ]
`)
})

test('a form that is longer than its room shows the fields around the one in hand', async () => {
  expect(await frameOf({ fields: passwordPolicy.fields, focus: 'PasswordReusePrevention', rows: 9 }, 60))
    .toBe(`
 ↑ 3 more
  Require a number             [x]
  Require a symbol             [x]
▸ Remembered passwords         24
  Users may change theirs      [x]
 ↓ 2 more

  A whole number from 1 to 24, or empty for none.
`)
})

test('an optional field that is empty says so', async () => {
  expect(await frameOf({ fields: passwordPolicy.fields })).toContain('  Expires after days           none\n')
})
