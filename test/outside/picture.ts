import type { Cell } from '../screen.ts'

/** What a terminal draws with where a program asks for nothing: its own text colour and background, as lightness from 0 to 255. */
export type Theme = { text: number; background: number }
export const dark: Theme = { text: 204, background: 0 }
export const light: Theme = { text: 51, background: 255 }

const lightnessOfRgb = (red: number, green: number, blue: number) =>
  Math.round(0.299 * red + 0.587 * green + 0.114 * blue)

/** xterm's palette of 256: sixteen colours, a cube of 6x6x6, 24 greys. Of the sixteen only black and white matter here. */
const lightnessOfPalette = (index: number): number => {
  if (index < 16) return index === 0 ? 0 : index === 15 ? 255 : 128
  if (index >= 232) return 8 + (index - 232) * 10
  const level = (sixth: number) => (sixth === 0 ? 0 : 55 + sixth * 40)
  const at = index - 16
  return lightnessOfRgb(level(Math.floor(at / 36)), level(Math.floor(at / 6) % 6), level(at % 6))
}

const lightness = (color: Cell['color'], own: number): number => {
  if (color === undefined) return own
  if (typeof color === 'number') return lightnessOfPalette(color)
  const rgb = Number.parseInt(color.slice(1), 16)
  return lightnessOfRgb(rgb >> 16, (rgb >> 8) & 255, rgb & 255)
}

/** Pixels of half a cell, which is as wide as it is high. */
const module = 5

/** Which part of a cell a character fills. Letters are drawn as a bar: nobody reads them here. */
const fills = (text: string, x: number, y: number): boolean => {
  if (text === '█') return true
  if (text === '▀') return y < module
  if (text === '▄') return y >= module
  if (text === '' || text === ' ') return false
  return x > 0 && x < module - 1 && y > 2 && y < 2 * module - 2
}

/** The screen as a picture in grey (PGM), as a camera would see it in a terminal with this theme. */
export const picture = (
  cell: (x: number, y: number) => Cell,
  { columns, rows }: { columns: number; rows: number },
  theme: Theme,
): Buffer => {
  const width = columns * module
  const height = rows * 2 * module
  const pixels = Buffer.alloc(width * height)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const { text, color, background, inverse } = cell(column, row)
      const shades = [lightness(background, theme.background), lightness(color, theme.text)]
      for (let y = 0; y < 2 * module; y++)
        for (let x = 0; x < module; x++)
          pixels[(row * 2 * module + y) * width + column * module + x] =
            shades[Number(fills(text, x, y) !== inverse)]!
    }
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), pixels])
}
