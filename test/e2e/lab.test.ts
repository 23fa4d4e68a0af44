import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { steps } from '../../src/lab/lab.ts'
import { newHome } from '../home.ts'
import { start, type Program } from './pty.ts'
import { doStep, openLab } from './session.ts'

/** What the terminal is left with: the ordinary buffer, the cursor, and pastes as they are. */
const leftWith = (program: Program) => ({
  alternate: program.alternate(),
  cursor: program.cursor().visible,
  bracketedPaste:
    program.written().lastIndexOf('\u001B[?2004h') > program.written().lastIndexOf('\u001B[?2004l'),
  frame: program.frame().trim(),
})
const asItWas = { alternate: false, cursor: true, bracketedPaste: false, frame: '' }

test('the whole lab is done with Enter and the virtual phone alone', async () => {
  const { program, home } = await openLab()
  for (const { id } of steps) {
    await doStep(program, id)
    await program.press('enter')
  }
  await program.until('The lab is done')
  const frame = await program.until('11 of 11')
  expect(
    frame.match(/(?<=^ . {1,2})[●◆▲○] +\d+ /gm)?.map(mark => mark.replaceAll(/\s+/g, ' ').trim()),
  ).toEqual(['◆ 1', '● 2', '◆ 3', '▲ 4', '● 5', '● 6', '● 7', '● 8', '● 9', '◆ 10', '● 11'])
  const accountId = /\b\d{12}\b/.exec(frame)![0]

  const file = join(home, accountId, 'admin_accessKeys.csv')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const [header, row] = readFileSync(file, 'utf8').split(/\r?\n/)
  expect(header).toBe('User name,Access key ID,Secret access key,Password')
  expect(row).toMatch(/^admin,AKIA[A-Z2-7]{16},[A-Za-z0-9+/]{40},[^,"]{20}$/)
  const [, , secret, password] = row!.split(',')
  expect([secret, password].filter(hidden => program.written().includes(hidden!))).toEqual([])

  await program.press('q')
  expect(await program.exited).toEqual({ exitCode: 0 })
  expect(leftWith(program)).toEqual(asItWas)
})

test('starting again goes on at the first open step', async () => {
  const first = await openLab()
  await doStep(first.program, 'root-sign-in')
  await first.program.press('enter')
  await doStep(first.program, 'account-alias')
  await first.program.press('q')
  await first.program.exited

  // A new process is signed in to nothing; after the sign-in it goes on where it was.
  const { program } = await openLab({ home: first.home })
  await program.until(`1. ${steps[0]!.title}`)
  await doStep(program, 'root-sign-in')
  await program.until('2 of 11')
  await program.press('enter')
  expect(await program.until('Enter plan')).toContain(`3. ${steps[2]!.title}`)
})

test('a program that was killed leaves a home that can be opened again, and nothing that was answered is lost', async () => {
  const first = await openLab()
  await doStep(first.program, 'root-sign-in')
  await first.program.press('enter')
  await doStep(first.program, 'account-alias')
  first.program.kill('SIGKILL')
  await first.program.exited

  const { program } = await openLab({ home: first.home })
  await doStep(program, 'root-sign-in')
  expect(await program.until('2 of 11')).toContain('● ')
})

const endings: [how: string, end: (program: Program) => Promise<void> | void, exited: object][] = [
  ['q', ({ press }) => press('q'), { exitCode: 0 }],
  ['Ctrl-C', ({ press }) => press('ctrl-c'), { exitCode: 130 }],
  ['SIGTERM', ({ kill }) => kill('SIGTERM'), { exitCode: 0, signal: 15 }],
  ['SIGHUP', ({ kill }) => kill('SIGHUP'), { exitCode: 0, signal: 1 }],
]
test.each(endings)('%s leaves the terminal as it was', async (_, end, exited) => {
  const { program } = await openLab()
  expect([program.alternate(), program.cursor().visible]).toEqual([true, false])
  await end(program)
  expect(await program.exited).toEqual(exited)
  expect(leftWith(program)).toEqual(asItWas)
})

test('q asks first while work is under way', async () => {
  const { program } = await openLab()
  await program.press('enter')
  await program.until('Enter do this')
  await program.press('enter')
  await program.until('Enter send')
  await program.press('q')
  await program.until('Enter quit')
  await program.press('esc')
  await program.until('Enter send')
  await program.press('q')
  await program.until('Enter quit')
  await program.press('enter')
  expect(await program.exited).toEqual({ exitCode: 0 })
  expect(leftWith(program)).toEqual(asItWas)
})

test('an account that is open already is refused after the terminal is as it was, with the reason and a way on', async () => {
  const { home } = await openLab()
  const second = start(['--sim'], { home })
  expect(await second.exited).toEqual({ exitCode: 4 })
  const { frame, ...terminal } = leftWith(second)
  expect(terminal).toEqual({ alternate: false, cursor: true, bracketedPaste: false })
  // The terminal wraps what is wider than it is.
  expect(frame.replaceAll('\n', '')).toMatch(
    /^This practice account is open in another iam-lab, process \d+\.Close that one first; /,
  )
})

test('in 40 columns a step can be done', async () => {
  const { program } = await openLab({ columns: 40, rows: 20 })
  await doStep(program, 'root-sign-in')
  expect(program.frame()).toContain('sts:GetCallerIdentity')
})

test('in 30x8 the size that is needed is said, and after enlarging the window the lab goes on', async () => {
  const home = newHome()
  const program = start(['--sim'], { columns: 30, rows: 8, home })
  await program.until('30x8')
  expect(program.frame().replaceAll(/\s+/g, ' ')).toBe(' Make the window at least 40x15. It is 30x8 now. ')
  program.resize(80, 24)
  await program.until('Enter plan')
  program.resize(40, 15)
  await program.until(frame => !frame.includes('at least') && frame.includes('Enter'))
  program.resize(80, 24)
  await doStep(program, 'root-sign-in')
  await program.press('q')
  expect(await program.exited).toEqual({ exitCode: 0 })
})

/** Colours among the SGR parameters: 30 to 49 and 90 to 107. */
const colours = (written: string) =>
  // eslint-disable-next-line no-control-regex
  [...written.matchAll(/\u001B\[([\d;]*)m/g)].flatMap(([, parameters]) =>
    parameters!.split(';').filter(each => /^(3\d|4\d|9\d|10[0-7])$/.test(each)),
  )

test.each([
  ['NO_COLOR', { NO_COLOR: '1' }, []],
  ['--no-color', {}, ['--no-color']],
] as const)('with %s there is no colour, and the cursor of a field is still seen', async (_, env, args) => {
  const { program } = await openLab({ env }, [...args])
  await doStep(program, 'root-sign-in')
  await program.press('enter')
  await program.until('Account alias  ')
  await program.press('tab')
  await program.until('▸ Account alias')
  const y = program
    .frame()
    .split('\n')
    .findIndex(line => line.includes('▸ Account alias'))
  const line = Array.from(
    { length: 80 },
    (_, x) => program.cell(x, y).inverse || program.cell(x, y + 1).inverse,
  )
  expect(line.filter(Boolean)).toEqual([true])
  expect(colours(program.written())).toEqual([])
})

test('a terminal with colours gets them', async () => {
  const { program } = await openLab()
  expect(colours(program.written()).length).toBeGreaterThan(10)
})

test('what is typed and pasted stands in the form, and a secret stays hidden', async () => {
  const { program } = await openLab()
  await program.press('enter')
  await program.until('Enter do this')
  await program.press('enter')
  await program.until('Enter send')
  await program.press('tab', 'tab')
  await program.until('▸ Password')
  await program.press('ctrl-u')
  await program.paste('wrong\npassword')
  await program.until('Nothing was pasted: that is 2 lines, and a field takes one.')
  await program.paste('wrongpassword\n')
  await program.until(/•{13}(?!•)/)
  await program.press('enter')
  // Refused; the page is asked again, and what was typed stands there still.
  expect(await program.until('incorrect. Please try again.')).toMatch(/Password +•{13}(?!•)/)
  expect(program.written()).not.toContain('wrongpassword')
})
