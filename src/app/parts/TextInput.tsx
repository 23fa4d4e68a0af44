import stringWidth from 'string-width'
import { theme } from '../theme.ts'
import { graphemes, type Line } from './edit.ts'
import { Cursor, Text } from './Text.tsx'

type Props = {
  line: Line
  focused: boolean
  /** Shows a dot for every character. */
  masked?: boolean
  /** In cells; six at least. */
  width: number
  placeholder?: string | undefined
  problem?: string | undefined
}

/** One line to type into, as wide as it is told. A text that is longer is shown around the cursor, with `…` where it goes on. */
export const TextInput = ({ line, focused, masked = false, width, placeholder = '', problem }: Props) => {
  if (line.value === '' && placeholder !== '')
    return (
      <Text wrap="truncate" color={theme.muted}>
        {focused ? withCursor(clip(graphemes(placeholder), 0, width, true)) : placeholder}
      </Text>
    )
  const shown = masked ? graphemes(line.value).map(() => '•') : graphemes(line.value)
  const cells = clip(shown, line.cursor, width, focused)
  return (
    <Text wrap="truncate" {...(problem === undefined ? {} : { color: theme.bad })}>
      {focused ? withCursor(cells) : cells.map(({ text }) => text).join('')}
    </Text>
  )
}

type Piece = { text: string; atCursor: boolean }

/**
 * What of a text is seen through a window of `width` cells. It moves by half its width, so that it stands still while one types,
 * and always has room for the cursor, which may be behind the last character.
 */
const clip = (characters: string[], cursor: number, width: number, focused: boolean): Piece[] => {
  const pieces = [
    ...characters.map(text => ({ text, columns: stringWidth(text) })),
    ...(focused ? [{ text: ' ', columns: 1 }] : []),
  ]
  const starts: number[] = []
  let total = 0
  for (const { columns } of pieces) {
    starts.push(total)
    total += columns
  }
  const at = focused ? cursor : -1
  const piece = (index: number): Piece => ({ text: pieces[index]!.text, atCursor: index === at })
  if (total <= width) return pieces.map((_, index) => piece(index))

  const inner = Math.max(1, width - 2)
  const half = Math.max(1, Math.floor((inner - 1) / 2))
  const start = focused ? Math.max(0, Math.floor(starts[at]! / half) - 1) * half : 0
  const seen = pieces.flatMap(({ columns }, index) =>
    starts[index]! >= start && starts[index]! + columns <= start + inner ? [index] : [],
  )
  const more = (yes: boolean): Piece => ({ text: yes ? '…' : ' ', atCursor: false })
  return [
    ...(start > 0 ? [more(true)] : []),
    ...seen.map(piece),
    more(seen.at(-1) !== pieces.length - 1 && !(focused && seen.at(-1) === pieces.length - 2)),
  ]
}

const withCursor = (pieces: Piece[]) => {
  const at = pieces.findIndex(({ atCursor }) => atCursor)
  const text = (from: number, to?: number) =>
    pieces
      .slice(from, to)
      .map(piece => piece.text)
      .join('')
  return at < 0 ? (
    text(0)
  ) : (
    <>
      <Text>{text(0, at)}</Text>
      <Cursor>{pieces[at]!.text}</Cursor>
      <Text>{text(at + 1)}</Text>
    </>
  )
}
