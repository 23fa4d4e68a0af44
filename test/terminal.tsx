import { PassThrough, Writable } from 'node:stream'
import { render } from 'ink'
import type { ReactElement } from 'react'
import {
  keyBytes,
  openScreen,
  pasteBytes,
  tick,
  untilShown,
  type Awaited,
  type Cell,
  type KeyName,
} from './screen.ts'

/** A program on a screen, and a person in front of it. */
export type Terminal = {
  /** The screen as it stands: one line a row, without the blanks at their ends. */
  frame: () => string
  cell: (x: number, y: number) => Cell
  /** Every cell of the screen, row by row. */
  cells: () => Cell[][]
  press: (...keys: KeyName[]) => Promise<void>
  /** Types text letter by letter. */
  type: (text: string) => Promise<void>
  paste: (text: string) => Promise<void>
  /** Waits until the screen shows it, and answers the frame. */
  until: (awaited: Awaited, milliseconds?: number) => Promise<string>
  resize: (columns: number, rows: number) => Promise<void>
  /** How many bytes were written so far. */
  bytes: () => number
  /** Resolves with what the program exits with. */
  exited: Promise<unknown>
  alternate: () => boolean
  cursor: () => { x: number; y: number; visible: boolean }
  rerender: (element: ReactElement) => Promise<void>
  close: () => Promise<void>
}

/** A lone Escape is held back by Ink for 20 ms, for it may begin a sequence. */
const escapeMilliseconds = 30

/** Mounts an element with Ink's real renderer on a terminal of that size. */
export const open = async (
  element: ReactElement,
  { columns = 80, rows = 24 }: { columns?: number; rows?: number } = {},
): Promise<Terminal> => {
  const screen = openScreen(columns, rows)
  let written = 0
  const stdout = Object.assign(
    new Writable({
      decodeStrings: false,
      write: (chunk: string | Buffer, _, done) => {
        written += Buffer.byteLength(chunk)
        void screen.write(chunk.toString()).then(() => done())
      },
    }),
    { columns, rows, isTTY: true },
  )
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: () => {},
    ref: () => {},
    unref: () => {},
  })
  const { rerender, unmount, waitUntilExit, waitUntilRenderFlush } = render(element, {
    stdout: stdout as unknown as NodeJS.WriteStream,
    stdin: stdin as unknown as NodeJS.ReadStream,
    interactive: true,
    alternateScreen: true,
    incrementalRendering: true,
    exitOnCtrlC: false,
    patchConsole: false,
    maxFps: 60,
  })
  const exited = waitUntilExit()
  exited.catch(() => {})
  /** One frame may bring another about (an effect, a resize), so it flushes until nothing more is written. */
  const settle = async () => {
    for (let before = -1, rounds = 0; written !== before && rounds < 10; rounds++) {
      before = written
      await waitUntilRenderFlush()
    }
  }
  const send = async (data: string) => {
    stdin.write(data)
    await settle()
    if (data === keyBytes('esc')) {
      await tick(escapeMilliseconds)
      await settle()
    }
  }
  await settle()

  return {
    frame: screen.frame,
    cell: screen.cell,
    cells: screen.cells,
    press: async (...keys) => {
      for (const key of keys) await send(keyBytes(key))
    },
    type: async text => {
      for (const letter of text) await send(letter)
    },
    paste: text => send(pasteBytes(text)),
    until: (awaited, milliseconds = 10_000) => untilShown(screen, awaited, milliseconds, settle),
    resize: async (columns, rows) => {
      screen.resize(columns, rows)
      Object.assign(stdout, { columns, rows })
      stdout.emit('resize')
      await settle()
    },
    bytes: () => written,
    exited,
    alternate: screen.alternate,
    cursor: screen.cursor,
    rerender: async element => {
      rerender(element)
      await settle()
    },
    close: async () => {
      unmount()
      await exited.catch(() => {})
      screen.close()
    },
  }
}
