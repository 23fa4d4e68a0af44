import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { spawn } from '@lydell/node-pty'
import { onTestFinished } from 'vitest'
import {
  keyBytes,
  openScreen,
  pasteBytes,
  tick,
  untilShown,
  type Awaited,
  type Cell,
  type KeyName,
} from '../screen.ts'

/** The built program. */
export const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url))

/** The built program in a terminal, and a person in front of it. */
export type Program = {
  frame: () => string
  cell: (x: number, y: number) => Cell
  /** Every cell of the screen, row by row. */
  cells: () => Cell[][]
  press: (...keys: KeyName[]) => Promise<void>
  type: (text: string) => Promise<void>
  paste: (text: string) => Promise<void>
  /** Waits until the screen shows it, and answers the frame. */
  until: (awaited: Awaited, milliseconds?: number) => Promise<string>
  resize: (columns: number, rows: number) => void
  /** Everything that was written so far. */
  written: () => string
  /** How it ended: its exit code, or the number of the signal that ended it. */
  exited: Promise<{ exitCode: number; signal?: number | undefined }>
  /** Whether the alternate buffer is on. */
  alternate: () => boolean
  /** What stands in the ordinary buffer and in all that has scrolled out of it. */
  scrollback: () => string
  cursor: () => { x: number; y: number; visible: boolean }
  kill: (signal: NodeJS.Signals) => void
}

export type Starting = {
  columns?: number
  rows?: number
  /** Where state is kept. */
  home: string
  env?: Record<string, string>
}

/** Starts the built program with these arguments in a pseudo-terminal. What still runs when the test is over is ended. */
export const start = (args: string[], { columns = 80, rows = 24, home, env = {} }: Starting): Program => {
  if (!existsSync(main)) throw new Error(`${main} is missing. Make it: npm run build`)
  const screen = openScreen(columns, rows)
  const program = spawn(process.execPath, [main, ...args], {
    cols: columns,
    rows,
    cwd: home,
    // Only what a terminal gives a program: nothing of the tests' own surroundings.
    env: {
      PATH: process.env['PATH']!,
      HOME: home,
      IAM_LAB_HOME: home,
      LANG: 'C.UTF-8',
      TERM: 'xterm-256color',
      ...env,
    },
  })
  let written = ''
  let drawn: Promise<void> = Promise.resolve()
  program.onData(data => {
    written += data
    drawn = screen.write(data)
  })
  let ended = false
  const exited = new Promise<{ exitCode: number; signal?: number | undefined }>(resolve =>
    program.onExit(({ exitCode, signal }) => {
      ended = true
      void drawn.then(() => resolve({ exitCode, ...(signal ? { signal } : {}) }))
    }),
  )
  onTestFinished(async () => {
    if (!ended) program.kill('SIGKILL')
    await exited
    screen.close()
  })
  const send = async (data: string) => {
    program.write(data)
    // A lone Escape may begin a sequence: a program waits a moment for the rest of it.
    if (data === keyBytes('esc')) await tick(60)
  }

  return {
    frame: screen.frame,
    cell: screen.cell,
    cells: screen.cells,
    press: async (...keys) => {
      for (const key of keys) await send(keyBytes(key))
    },
    type: send,
    paste: text => send(pasteBytes(text)),
    until: (awaited, milliseconds = 20_000) => untilShown(screen, awaited, milliseconds, () => drawn),
    resize: (columns, rows) => {
      screen.resize(columns, rows)
      program.resize(columns, rows)
    },
    written: () => written,
    exited,
    alternate: screen.alternate,
    scrollback: screen.scrollback,
    cursor: screen.cursor,
    kill: signal => program.kill(signal),
  }
}
