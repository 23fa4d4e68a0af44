import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { spawn } from '@lydell/node-pty'
import xterm from '@xterm/headless'
import { bytesOf, open } from './client.mjs'
import { load } from './code.mjs'
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
  let firstFrame = 0
  const frame = () =>
    Array.from({ length: rows }, (_, y) =>
      terminal.buffer.active.getLine(terminal.buffer.active.baseY + y).translateToString(true),
    ).join('\n')
  program.onData(data => {
    bytes += data.length
    terminal.write(data, () => {
      const shown = frame()
      if (firstFrame === 0 && whole(shown)) firstFrame = bytes
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
    /** How many bytes the first full frame took. */
    firstFrame: () => firstFrame,
    frame,
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

const alphabet = 'abcdefghijklmnopqrstuvwxyz'
const count = 25
const lettersRounds = 10

/** Letters typed every 30 ms into the field that has the focus: how long each took to the screen, and how many bytes. */
const typing = async lab => {
  lab.write('\u0015')
  await tick(300)
  const before = lab.bytes()
  const took = []
  for (let round = 0; round < lettersRounds; round++) {
    let typed = ''
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
  return { took, bytes: (lab.bytes() - before) / (lettersRounds * count) }
}

/** From the first frame to the form of step 2, whose only field is a text. */
const toField = async lab => {
  await lab.shown(frame => whole(frame) && !frame.includes('opening'))
  await tick(1000)
  for (const key of ['j', '\t']) {
    lab.write(key)
    await tick(200)
  }
}

const figures = ({ took, bytes }) =>
  `p50 ${time(quantile(took, 0.5))}, p99 ${time(quantile(took, 0.99))}, ${Math.round(bytes)} bytes a letter`

/** A letter is typed every 30 ms; how long until the screen shows it. */
export const keyToScreen = async home => {
  const lines = []
  for (const [cols, rows] of [
    [80, 24],
    [120, 40],
    [200, 60],
  ]) {
    const lab = start([main, '--sim'], home, cols, rows)
    await toField(lab)
    const typed = await typing(lab)
    await lab.end()
    lines.push(row(`key to screen at ${cols}x${rows}, every 30 ms`, figures(typed)))
  }
  return lines
}

/** The same at 120x40 with 4,990 users in the account (the quota is 5,000), while another program calls it 40 times a second. */
export const busyKeys = async home => {
  const { commands, openAccount, signed } = await load(home)
  const busyHome = mkdtempSync(join(home, 'busy-'))
  const { admin, close } = await openAccount(join(busyHome, 'sim', 'practice'), 4990)
  close()
  const lab = start([main, '--sim'], busyHome, 120, 40)
  await toField(lab)
  const quiet = await typing(lab)
  lab.write('\u001B')
  await tick(200)
  lab.write('e')
  await lab.shown(frame => frame.includes('answers at'))
  lab.write('\u001B')
  await tick(200)
  lab.write('\t')
  await tick(200)
  const [, port] = /served at :(\d+)/.exec(lab.frame())
  const endpoint = `http://127.0.0.1:${port}`
  const requests = await Promise.all(
    ['getUser', 'createUser', 'tagUser', 'deleteUser'].map(async name => {
      const { body, ...request } = await signed(
        commands[name](name === 'getUser' ? 'user-7' : 'new', 1),
        admin,
        endpoint,
      )
      return bytesOf({ ...request, body: Buffer.from(body ?? '').toString() })
    }),
  )
  const connection = await open(Number(port))
  let calls = 0
  let refused = 0
  const caller = { busy: true }
  const calling = (async () => {
    for (; caller.busy; calls++) {
      const { status } = await connection.ask(requests[calls % requests.length])
      if (status !== 200) refused += 1
      await tick(25)
    }
  })()
  const loud = await typing(lab)
  caller.busy = false
  await calling
  connection.close()
  await lab.end()
  return [
    row('key to screen at 120x40, 4,990 users', figures(quiet)),
    row(`the same during ${calls} calls, ${refused} refused`, figures(loud)),
  ]
}

/** Bytes of one key press at 80x24, over those of the first frame. */
export const keyBytes = async home => {
  const lab = start([main, '--sim'], home)
  await lab.shown(frame => whole(frame) && !frame.includes('opening'))
  await tick(1000)
  const first = lab.firstFrame()
  const of = async (key, times) => {
    const before = lab.bytes()
    for (let index = 0; index < times; index++) {
      lab.write(key)
      await tick(150)
    }
    const bytes = (lab.bytes() - before) / times
    return `${Math.round(bytes)} bytes = ${Math.round((100 * bytes) / first)} % of the first frame's ${first}`
  }
  lab.write('/')
  await tick(300)
  const lines = [row('to the next find, at 80x24', await of('\u001B[B', 8))]
  lab.write('\u001B')
  await tick(200)
  lines.push(row('to the next step, with its page, at 80x24', await of('j', 8)))
  for (let index = 0; index < 7; index++) {
    lab.write('k')
    await tick(100)
  }
  lab.write('\t')
  await tick(300)
  lines.push(row('the cursor in a text field, at 80x24', await of('\u001B[D', 8)))
  lab.write('\u001B')
  await tick(200)
  for (const key of ['j', 'j', 'j', '\t']) {
    lab.write(key)
    await tick(200)
  }
  lines.push(row('to the next field of a form, at 80x24', await of('\u001B[B', 6)))
  await lab.end()
  return lines
}
