import { shown, shownLines } from '../lab/shown.ts'

/** Colours by meaning. */
const colours = { good: 32, bad: 31, waiting: 33, quiet: 2 } as const

/** Colours a piece of text for a terminal; as it is without colour. */
export const paint = (meaning: keyof typeof colours, text: string, colour: boolean): string =>
  colour ? `\u001B[${colours[meaning]}m${shown(text)}\u001B[0m` : text

// eslint-disable-next-line no-control-regex
const painted = /(\u001B\[(?:32|31|33|2|0)m)/

/** What a terminal is given of a text: no control character but the ends of lines, and, with colour, what `paint` put there. */
export const printable = (text: string, colour = false): string =>
  colour
    ? text
        .split(painted)
        .map(piece => (painted.test(piece) ? piece : shownLines(piece)))
        .join('')
    : shownLines(text)
