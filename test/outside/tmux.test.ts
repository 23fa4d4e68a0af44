import { expect, test } from 'vitest'
import { main } from '../e2e/pty.ts'
import { newHome } from '../home.ts'
import { untilShown } from '../screen.ts'
import { run } from './tools.ts'

test('in tmux at 80x24 the lab is opened, worked in and left, and the shell is as it was', async () => {
  const home = newHome()
  // A server of its own, without anybody's settings.
  const tmux = (...args: string[]) =>
    run('tmux', ['-S', `${home}/tmux`, '-f', '/dev/null', ...args], {
      HOME: home,
      TERM: 'xterm-256color',
    })
  const frame = () => tmux('capture-pane', '-p').trimEnd()
  const until = (awaited: string | RegExp) => untilShown({ frame }, awaited, 20_000)
  const press = (...keys: string[]) => tmux('send-keys', ...keys)

  tmux('new-session', '-d', '-x', '80', '-y', '24', 'sh', ';', 'set', '-g', 'status', 'off')
  try {
    await until(/^[$#]/)
    press(`'${process.execPath}' '${main}' --sim --home '${home}'; echo left with $?`)
    const shell = await until(/with \$\?$/)
    press('Enter')
    await until('Enter plan')
    expect(frame().split('\n')).toHaveLength(24)
    press('Enter')
    await until('Enter do this')
    press('Enter')
    await until('Enter send')
    press('Enter')
    await until('sts:GetCallerIdentity')
    press('q')
    expect(await until(/left with \d+\n[$#]$/)).toBe(`${shell}\nleft with 0\n${shell[0]}`)
  } finally {
    tmux('kill-server')
  }
})
