import { fileURLToPath } from 'node:url'
import { spawn } from '@lydell/node-pty'
import xterm from '@xterm/headless'
import { median, quantile, row, time } from './figures.mjs'

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url))
const tick = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds))

/** A program in a pseudo-terminal, and what its screen shows. */
const start = (args, home, cols = 80, rows = 24) => {
  const terminal = new xterm.Terminal({ cols, rows, allowProposedApi: true })
  const env = {
    PATH: process.env.PATH,
    HOME: home,
    IAM_LAB_HOME: home,
    TERM: 'xterm-256color',
    LANG: 'C.UTF-8',
  }
  const begun = performance.now()
  const program = spawn(process.execPath, args, { cols, rows, cwd: home, env })
  const exited = new Promise(resolve => program.onExit(() => resolve(performance.now() - begun)))
  const waiting = new Set()
  let bytes = 0
  const frame = () =>
    Array.from({ length: rows }, (_, y) =>
      terminal.buffer.active.getLine(terminal.buffer.active.baseY + y).translateToString(true),
    ).join('\n')
  program.onData(data => {
    bytes += data.length
    terminal.write(data, () => {
      const shown = frame()
      for (const each of waiting)
        if (each.shows(shown)) {
          waiting.delete(each)
          each.resolve(performance.now() - begun)
        }
    })
  })
  return {
    write: data => program.write(data),
    bytes: () => bytes,
    now: () => performance.now() - begun,
    /** When the screen first shows it, in milliseconds since the start. */
    shown: shows =>
      new Promise((resolve, reject) => {
        const wait = { shows, resolve }
        waiting.add(wait)
        if (shows(frame())) resolve(performance.now() - begun)
        setTimeout(() => reject(new Error(`It was never shown:\n${frame()}`)), 20_000).unref()
      }),
    exited,
    end: async () => {
      program.kill('SIGKILL')
      await exited
      terminal.dispose()
    },
  }
}

const whole = frame =>
  frame.includes('Give the admin MFA') && frame.includes('Sign in as root') && frame.includes('quit')
const rounds = 15

/** From the start to the first full frame, and to the frame that has answered a key, over `node -e 0`, in pairs. */
export const startUp = async home => {
  const bare = []
  const first = []
  const answered = []
  // The first start makes the account; what is measured is every start.
  const warm = start([main, '--sim'], home)
  await warm.shown(whole)
  await tick(1500)
  await warm.end()
  for (let round = 0; round < rounds; round++) {
    bare.push(await start(['-e', '0'], home).exited)
    const lab = start([main, '--sim'], home)
    first.push(await lab.shown(whole))
    lab.write('?')
    answered.push(await lab.shown(frame => frame.includes('All keys') || frame.includes('Keys')))
    await lab.end()
    await tick(50)
  }
  const ratios = first.map((value, index) => value / bare[index])
  return [
    row('node -e 0 in the same terminal, median', time(median(bare))),
    row(
      'start to first full frame, median',
      `${time(median(first))} = ${median(ratios).toFixed(1)} x node -e 0`,
    ),
    row(
      'start to a key answered, median',
      `${time(median(answered))} = ${(median(answered) / median(bare)).toFixed(1)} x node -e 0`,
    ),
  ]
}

/** A letter is typed every 30 ms at 120x40; how long until the screen shows it. */
export const keyToScreen = async home => {
  const lines = []
  for (const [cols, rows] of [
    [80, 24],
    [120, 40],
    [200, 60],
  ]) {
    const lab = start([main, '--sim'], home, cols, rows)
    await lab.shown(frame => whole(frame) && !frame.includes('opening'))
    await tick(1000)
    lab.write('j')
    await tick(200)
    lab.write('\t')
    await tick(200)
    lab.write('\u0015')
    await tick(300)
    const before = lab.bytes()
    const took = []
    const alphabet = 'abcdefghijklmnopqrstuvwxyz'
    let typed = ''
    const count = 25
    for (let round = 0; round < 4; round++) {
      typed = ''
      for (let index = 0; index < count; index++) {
        typed += alphabet[(index * 7 + round) % 26]
        const text = typed
        const sent = lab.now()
        lab.write(text.at(-1))
        void lab.shown(frame => frame.includes(text)).then(at => took.push(at - sent))
        await tick(30)
      }
      await tick(100)
      lab.write('\u0015')
      await tick(100)
    }
    await tick(200)
    const bytes = (lab.bytes() - before) / (4 * count)
    await lab.end()
    lines.push(
      row(
        `key to screen at ${cols}x${rows}, every 30 ms`,
        `p50 ${time(quantile(took, 0.5))}, p99 ${time(quantile(took, 0.99))}, ${Math.round(bytes)} bytes a letter`,
      ),
    )
  }
  return lines
}
