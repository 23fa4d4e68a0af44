import type { Key } from 'ink'

/** A line of text that is being edited. `cursor` counts graphemes: what a person calls a character. */
export type Line = {
  value: string
  cursor: number
  /** What undo brings back, the latest last. */
  past?: readonly Line[]
}

/** A line with the cursor at its end. */
export const lineOf = (value: string): Line => ({ value, cursor: graphemes(value).length })

const segmenter = new Intl.Segmenter()

/** The characters of a text as a person counts them: an emoji with a skin tone is one. */
export const graphemes = (text: string): string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment)

/** What may stand in a line: no line ends, no other control characters. */
const oneLine = (text: string) => text.replaceAll(/\p{Cc}/gu, '')

/** Ctrl-_ as terminals send it; Ctrl-/ sends the same. */
const undoKey = '\u001F'
const deepest = 100

/** The line after a key, or after a text was pasted. A key that edits nothing leaves it as it is. */
export const edit = (line: Line, input: string, key: Partial<Key>): Line => {
  const { past = [] } = line
  if (input === undoKey || (key.ctrl && (input === '_' || input === '/')))
    return past.length === 0 ? line : { ...past.at(-1)!, past: past.slice(0, -1) }
  const after = change(line, input, key)
  if (after === line || after.value === line.value)
    return after === line || past.length === 0 ? after : { ...after, past }
  const { value, cursor } = line
  return {
    ...after,
    past: isTyping(line, after, input) ? past : [...past, { value, cursor }].slice(-deepest),
  }
}

/** Whether a letter goes on with the word that is being typed: a word comes and goes as one. */
const isTyping = ({ value, cursor, past = [] }: Line, after: Line, input: string): boolean =>
  past.length > 0 &&
  graphemes(input).length === 1 &&
  isWord(input) &&
  isWord(graphemes(value)[cursor - 1]) &&
  after.cursor === cursor + 1 &&
  past.at(-1)!.value.length < value.length

const change = (line: Line, input: string, key: Partial<Key>): Line => {
  const all = graphemes(line.value)
  const at = Math.min(line.cursor, all.length)
  const moveTo = (cursor: number): Line =>
    cursor === line.cursor ? line : { value: line.value, cursor: Math.max(0, Math.min(all.length, cursor)) }
  /** Takes out what stands between two places, and leaves the cursor where it was. */
  const cut = (from: number, to: number): Line =>
    from >= to ? line : { value: [...all.slice(0, from), ...all.slice(to)].join(''), cursor: from }
  const byWord = key.ctrl || key.meta

  if (key.leftArrow) return moveTo(byWord ? wordLeft(all, at) : at - 1)
  if (key.rightArrow) return moveTo(byWord ? wordRight(all, at) : at + 1)
  if (key.home) return moveTo(0)
  if (key.end) return moveTo(all.length)
  if (key.backspace) return cut(byWord ? wordLeft(all, at) : Math.max(0, at - 1), at)
  if (key.delete) return cut(at, byWord ? wordRight(all, at) : Math.min(all.length, at + 1))
  if (key.return || key.escape || key.tab || key.upArrow || key.downArrow || key.pageUp || key.pageDown)
    return line
  if (key.ctrl) {
    if (input === 'a') return moveTo(0)
    if (input === 'b') return moveTo(at - 1)
    if (input === 'd') return cut(at, Math.min(all.length, at + 1))
    if (input === 'e') return moveTo(all.length)
    if (input === 'f') return moveTo(at + 1)
    if (input === 'h') return cut(Math.max(0, at - 1), at)
    if (input === 'k') return cut(at, all.length)
    if (input === 'u') return cut(0, at)
    if (input === 'w') return cut(wordLeft(all, at), at)
    return line
  }
  if (key.meta) {
    if (input === 'b') return moveTo(wordLeft(all, at))
    if (input === 'd') return cut(at, wordRight(all, at))
    if (input === 'f') return moveTo(wordRight(all, at))
    return line
  }
  const added = oneLine(input)
  if (added === '') return line
  // What was typed may join the character before it, as an accent does: it is counted in the whole.
  const before = all.slice(0, at).join('') + added
  return { value: before + all.slice(at).join(''), cursor: graphemes(before).length }
}

const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}_]/u.test(character)

const wordLeft = (all: string[], from: number): number => {
  let at = from
  while (at > 0 && !isWord(all[at - 1])) at--
  while (at > 0 && isWord(all[at - 1])) at--
  return at
}

const wordRight = (all: string[], from: number): number => {
  let at = from
  while (at < all.length && !isWord(all[at])) at++
  while (at < all.length && isWord(all[at])) at++
  return at
}
