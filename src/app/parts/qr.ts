import qrcode from 'qrcode-terminal'

/**
 * A text as a QR code of level L, two modules a cell: `█`, `▀` and `▄` are light, a blank is dark.
 * A margin of one light module belongs to it.
 */
export const qrLines = (text: string): string[] => {
  let drawn = ''
  // Level L is what the library starts with; its `setErrorLevel` would change it for everybody.
  qrcode.generate(text, { small: true }, code => (drawn = code))
  const [top, ...rest] = drawn.trimEnd().split('\n')
  // The library draws the upper margin half a cell high; a whole one costs nothing and is easier to read.
  return [top!.replaceAll('▄', '█'), ...rest]
}

/** How many cells a QR code takes. */
export const qrSize = (code: string[]): { columns: number; rows: number } => ({
  columns: code[0]!.length,
  rows: code.length,
})

/** A seed as a person reads and types it: in fours, as many on a line as there is room for. */
export const groupedSeed = (seed: string, columns: number): string[] => {
  const groups = seed.match(/.{1,4}/g) ?? []
  const perLine = Math.max(1, Math.min(8, Math.floor((columns + 1) / 5)))
  return Array.from({ length: Math.ceil(groups.length / perLine) }, (_, line) =>
    groups.slice(line * perLine, (line + 1) * perLine).join(' '),
  )
}
