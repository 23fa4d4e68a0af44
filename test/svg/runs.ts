import type { Cell } from '../screen.ts'
import { colourNames } from './palettes.ts'

/** Cells that stand side by side and look alike. Its colours are named as in a palette, or `rgb-rrggbb`. */
export type Run = {
  row: number
  column: number
  cells: number
  /** Letters of ASCII, or one other character once or again and again. */
  text: string
  ink: string
  paper: string
  styles: ('bold' | 'dim' | 'underline')[]
}

/** The runs of a row. */
export const runsOf = (cells: Cell[], row: number): Run[] => {
  const runs: Run[] = []
  cells.forEach((cell, column) => {
    if (cell.width === 0) return
    const next = { row, column, cells: cell.width, text: cell.text || ' ', ...looksOf(cell) }
    const last = runs.at(-1)
    if (last && joins(last, next)) {
      last.cells += next.cells
      last.text += next.text
    } else runs.push(next)
  })
  return runs
}

const joins = (run: Run, next: Run): boolean =>
  run.ink === next.ink &&
  run.paper === next.paper &&
  run.styles.join() === next.styles.join() &&
  (isAscii(run.text) ? isAscii(next.text) : run.text.at(-1) === next.text)

const isAscii = (text: string) => /^[ -~]+$/.test(text)

const looksOf = ({ color, background, inverse, bold, dim, underline }: Cell) => {
  const [ink, paper] = [nameOf(color) ?? 'text', nameOf(background) ?? 'background']
  return {
    ink: inverse ? paper : ink,
    paper: inverse ? ink : paper,
    styles: [
      ...(bold ? (['bold'] as const) : []),
      ...(dim ? (['dim'] as const) : []),
      ...(underline ? (['underline'] as const) : []),
    ],
  }
}

const nameOf = (color: Cell['color']): string | undefined => {
  if (color === undefined) return undefined
  if (typeof color === 'string') return `rgb-${color.slice(1)}`
  return colourNames[color] ?? `rgb-${rgbOf(color)}`
}

/** xterm's palette beyond the sixteen: a cube of 6x6x6, then 24 greys. */
const rgbOf = (index: number): string => {
  const level = (sixth: number) => (sixth === 0 ? 0 : 55 + sixth * 40)
  const at = index - 16
  const levels =
    index >= 232
      ? Array.from({ length: 3 }, () => 8 + (index - 232) * 10)
      : [Math.floor(at / 36), Math.floor(at / 6) % 6, at % 6].map(level)
  return levels.map(value => value.toString(16).padStart(2, '0')).join('')
}
