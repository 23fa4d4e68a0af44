import stringWidth from 'string-width'
import { createContext, useContext } from 'react'
import { shownLines } from '../../lab/shown.ts'
import { graphemes } from './edit.ts'
import { Lines, type TextProps } from './Text.tsx'

/** How many columns the page has for text. */
export const WidthContext = createContext(76)

/**
 * Text in lines of that width, broken between words; a word that is longer than a line is broken where the line ends.
 * Ink's own wrapping leaves a space at the beginning of a line.
 */
export const wrapped = (text: string, width: number): string[] => {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`
      if (stringWidth(longer) <= width) {
        line = longer
        continue
      }
      if (line !== '') lines.push(line)
      const pieces = broken(word, width)
      lines.push(...pieces.slice(0, -1))
      line = pieces.at(-1)!
    }
    lines.push(line)
  }
  return lines
}

/** A long word in pieces: an ARN or a path is broken behind a `/` or `:` where one comes late in the line. */
const broken = (word: string, width: number): string[] => {
  const pieces = ['']
  for (const grapheme of graphemes(word)) {
    const piece = pieces.at(-1)!
    if (stringWidth(piece + grapheme) > width) {
      const joint = Math.max(piece.lastIndexOf('/'), piece.lastIndexOf(':')) + 1
      const at = joint > piece.length / 2 ? joint : piece.length
      pieces.splice(-1, 1, piece.slice(0, at), piece.slice(at))
    }
    pieces[pieces.length - 1] += grapheme
  }
  return pieces
}

type Props = Omit<TextProps, 'wrap' | 'children'> & {
  /** Columns of the page that are taken by what stands beside. */
  inset?: number
  children: string
}

/** Running text, wrapped to the page. */
export const Prose = ({ inset = 0, children, ...style }: Props) => {
  const width = Math.max(8, useContext(WidthContext) - inset)
  return <Lines {...style} wrap="truncate" lines={wrapped(shownLines(children), width)} />
}
