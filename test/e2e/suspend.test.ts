import { readFileSync } from 'node:fs'
import { spawn } from '@lydell/node-pty'
import { expect, onTestFinished, test } from 'vitest'
import { newHome } from '../home.ts'
import { keyBytes, openScreen, untilShown, type Awaited } from '../screen.ts'
import { main } from './pty.ts'

/** A shell with job control in a terminal, its prompt `shell>`. */
const openShell = (columns = 80, rows = 24) => {
  const home = newHome()
  const screen = openScreen(columns, rows)
  const shell = spawn('bash', ['--norc', '--noprofile', '-i'], {
    cols: columns,
    rows,
    cwd: home,
    env: {
      PATH: process.env['PATH']!,
      HOME: home,
      IAM_LAB_HOME: home,
      LANG: 'C.UTF-8',
      TERM: 'xterm-256color',
      PS1: 'shell> ',
      NODE: process.execPath,
      LAB: main,
    },
  })
  let drawn: Promise<void> = Promise.resolve()
  shell.onData(data => {
    drawn = screen.write(data)
  })
  onTestFinished(() => {
    shell.kill('SIGKILL')
    screen.close()
  })
  return {
    screen,
    shell,
    type: (text: string) => shell.write(text),
    until: (awaited: Awaited) => untilShown(screen, awaited, 20_000, () => drawn),
    resize: (columns: number, rows: number) => {
      screen.resize(columns, rows)
      shell.resize(columns, rows)
    },
  }
}

/** What the terminal's modes are, as another program sees them. */
const modes = async ({ type, until, screen }: ReturnType<typeof openShell>, mark: string) => {
  type(`stty -a; echo ${mark}-end\r`)
  const frame = await until(after => after.includes(`\n${mark}-end`))
  const text = frame.slice(frame.indexOf('speed'), frame.indexOf(`${mark}-end`))
  expect(screen.alternate()).toBe(false)
  return text.slice(0, text.lastIndexOf(';') + 1).replace(/rows \d+; columns \d+/, '')
}

test('Ctrl-Z gives the terminal back as it was, and fg brings the lab back whole, at any size, again and again', async () => {
  const at = openShell()
  await at.until('shell>')
  const before = await modes(at, 'one')
  at.type('clear; echo "what was here"; $NODE $LAB --sim\r')
  const whole = await at.until('Enter plan')
  at.type('\u001A')
  const shellAgain = await at.until('Stopped')
  expect(shellAgain).toContain('what was here')
  expect(shellAgain).not.toContain('SIMULATOR')
  expect(at.screen.cursor().visible).toBe(true)
  at.type('clear\r')
  expect(await modes(at, 'two')).toBe(before)
  at.type('fg\r')
  expect(await at.until('Enter plan')).toBe(whole)
  at.type('\u001A')
  await at.until(frame => frame.includes('Stopped') && !at.screen.alternate())
  at.resize(100, 30)
  at.type('fg\r')
  const wide = (frame: string) => frame.split('\n')[0]!.length === 100 && frame.split('\n').length === 30
  await at.until(frame => frame.includes('Enter plan') && wide(frame))
  at.type('?')
  await at.until('The next thing: plan')
  at.type('?')
  at.type('q')
  await at.until(frame => frame.includes('shell>') && !at.screen.alternate())
  at.type('clear\r')
  expect(await modes(at, 'three')).toBe(before)
})

test('the first frame is whole wherever the cursor stands', async () => {
  const at = openShell()
  await at.until('shell>')
  at.type('printf "an unfinished line"; $NODE $LAB --sim\r')
  const frame = await at.until('Enter plan')
  expect(frame.split('\n')[0]).toMatch(/^╭─{78}╮$/)
  at.type('q')
  expect(await at.until(() => !at.screen.alternate())).toContain('an unfinished line')
})

test('stopped by others, and gone on without having been stopped, the screen is whole again', async () => {
  const at = openShell()
  await at.until('shell>')
  at.type('$NODE $LAB --sim\r')
  const whole = await at.until('Enter plan')
  const pid = pidOf(at.shell.pid)
  process.kill(pid, 'SIGTSTP')
  await at.until(frame => frame.includes('Stopped') && !at.screen.alternate())
  at.type('fg\r')
  expect(await at.until(frame => frame.includes('Enter plan') && at.screen.alternate())).toBe(whole)
  process.kill(pid, 'SIGSTOP')
  await at.until('Stopped')
  at.type('echo over the screen\r')
  await at.until('over the screen')
  at.type('fg\r')
  expect(await at.until(frame => frame.includes('Enter plan') && !frame.includes('over the'))).toBe(whole)
  process.kill(pid, 'SIGCONT')
  at.type('g')
  await at.until('Identity and Access Management')
  at.type(keyBytes('esc'))
  expect(await at.until('Enter plan')).toBe(whole)
})

/** The program that a shell has started. */
const pidOf = (shell: number): number =>
  Number(readFileSync(`/proc/${shell}/task/${shell}/children`, 'utf8').trim())
