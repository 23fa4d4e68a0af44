import xterm from '@xterm/headless'

/** One cell as the terminal draws it. A colour is `#rrggbb`, a number of the terminal's palette, or undefined for its own default. */
export type Cell = {
  text: string
  /** How many cells it takes: 2 for a wide character, 0 for the cell behind one. */
  width: number
  color: string | number | undefined
  background: string | number | undefined
  bold: boolean
  dim: boolean
  inverse: boolean
  underline: boolean
}

/** A terminal without a window: what is written to it is read back as a person would see it. */
export type Screen = {
  /** Resolves when the text has been taken in. */
  write: (data: string) => Promise<void>
  resize: (columns: number, rows: number) => void
  /** The screen as it stands: one line a row, without the blanks at their ends. */
  frame: () => string
  cell: (x: number, y: number) => Cell
  /** Every cell of the screen, row by row. */
  cells: () => Cell[][]
  alternate: () => boolean
  /** What stands in the ordinary buffer and in all that has scrolled out of it. */
  scrollback: () => string
  cursor: () => { x: number; y: number; visible: boolean }
  close: () => void
}

/** Opens an xterm of that size. */
export const openScreen = (columns: number, rows: number): Screen => {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, convertEol: true })
  let visible = true
  const watchCursor = (shown: boolean) => (params: (number | number[])[]) => {
    if (params.includes(25)) visible = shown
    return false
  }
  terminal.parser.registerCsiHandler({ prefix: '?', final: 'h' }, watchCursor(true))
  terminal.parser.registerCsiHandler({ prefix: '?', final: 'l' }, watchCursor(false))
  const line = (y: number) => terminal.buffer.active.getLine(terminal.buffer.active.baseY + y)!
  const cell = (x: number, y: number): Cell => {
    const cell = line(y).getCell(x)!
    const colour = (rgb: boolean, palette: boolean, value: number) => {
      if (rgb) return `#${value.toString(16).padStart(6, '0')}`
      return palette ? value : undefined
    }
    return {
      text: cell.getChars(),
      width: cell.getWidth(),
      color: colour(cell.isFgRGB(), cell.isFgPalette(), cell.getFgColor()),
      background: colour(cell.isBgRGB(), cell.isBgPalette(), cell.getBgColor()),
      bold: cell.isBold() !== 0,
      dim: cell.isDim() !== 0,
      inverse: cell.isInverse() !== 0,
      underline: cell.isUnderline() !== 0,
    }
  }

  return {
    write: data => new Promise(resolve => terminal.write(data, resolve)),
    resize: (columns, rows) => terminal.resize(columns, rows),
    frame: () =>
      Array.from({ length: terminal.rows }, (_, y) => line(y).translateToString(true).trimEnd()).join('\n'),
    cell,
    cells: () =>
      Array.from({ length: terminal.rows }, (_, y) =>
        Array.from({ length: terminal.cols }, (_, x) => cell(x, y)),
      ),
    alternate: () => terminal.buffer.active.type === 'alternate',
    scrollback: () => {
      const { normal } = terminal.buffer
      const line = (at: number) => normal.getLine(at)?.translateToString(true) ?? ''
      return Array.from({ length: normal.length }, (_, at) => line(at)).join('\n')
    },
    cursor: () => ({ x: terminal.buffer.active.cursorX, y: terminal.buffer.active.cursorY, visible }),
    close: () => terminal.dispose(),
  }
}

const named = {
  enter: '\r',
  esc: '\u001B',
  tab: '\t',
  'shift-tab': '\u001B[Z',
  up: '\u001B[A',
  down: '\u001B[B',
  right: '\u001B[C',
  left: '\u001B[D',
  home: '\u001B[H',
  end: '\u001B[F',
  'page-up': '\u001B[5~',
  'page-down': '\u001B[6~',
  backspace: '\u007F',
  delete: '\u001B[3~',
  'ctrl-left': '\u001B[1;5D',
  'ctrl-right': '\u001B[1;5C',
  space: ' ',
} as const

/** A key by its name (`enter`, `ctrl-a`, `alt-b`), or the character it types. */
export type KeyName = keyof typeof named | (string & {})

/** What a terminal sends for a key. */
export const keyBytes = (key: KeyName): string => {
  if (key in named) return named[key as keyof typeof named]
  const [, modifier, letter] = /^(ctrl|alt)-(.)$/.exec(key) ?? []
  if (modifier === 'ctrl') return String.fromCharCode(letter!.toLowerCase().charCodeAt(0) & 0x1f)
  if (modifier === 'alt') return `\u001B${letter}`
  if ([...key].length === 1) return key
  throw new Error(`There is no key named ${key}.`)
}

/** What a terminal sends when text is pasted. */
export const pasteBytes = (text: string): string => `\u001B[200~${text}\u001B[201~`

/** What is waited for: a text that the screen shows, or whatever else can be said of it. */
export type Awaited = string | RegExp | ((frame: string) => boolean)

/** Looks until the screen shows it, and answers the frame. Fails with the screen as it stands after `milliseconds`. */
export const untilShown = async (
  screen: { frame: () => string },
  awaited: Awaited,
  milliseconds: number,
  settle: () => Promise<unknown> = async () => {},
): Promise<string> => {
  const shows = (frame: string) => {
    if (typeof awaited === 'string') return frame.includes(awaited)
    return typeof awaited === 'function' ? awaited(frame) : awaited.test(frame)
  }
  const end = performance.now() + milliseconds
  for (;;) {
    await settle()
    const frame = screen.frame()
    if (shows(frame)) return frame
    if (performance.now() > end) throw new Error(`The screen did not show ${String(awaited)}:\n${frame}`)
    await tick(5)
  }
}

/** A short wait between two looks. */
export const tick = (milliseconds: number): Promise<void> =>
  new Promise(resolve => setTimeout(resolve, milliseconds))
