import type { Cell } from '../screen.ts'
import { pathOf, rectangle, size } from './glyphs.ts'
import type { Palette } from './palettes.ts'
import { runsOf, type Run } from './runs.ts'

/** Room between the window's edge and the first cell, in pixels. */
const margin = 12

/** Fonts of which one is on nearly every machine. */
const fonts = 'ui-monospace,SFMono-Regular,Menlo,Consolas,DejaVu Sans Mono,Liberation Mono,monospace'

/**
 * A screen as a picture: an SVG in which every letter stands in its cell whatever the font, and lines meet.
 * The same screen gives the same text at every run. Palettes differ in the style alone.
 */
export const svg = (rows: Cell[][], palette: Palette, title: string): string => {
  const runs = rows.flatMap(runsOf)
  const shapes = new Map<string, string>()
  const draw = (shape: string, d: string) => shapes.set(shape, (shapes.get(shape) ?? '') + d)
  const texts: string[] = []
  for (const run of runs) {
    const [x, y, width] = [run.column * size.width, run.row * size.height, run.cells * size.width]
    if (run.paper !== 'background') draw(`class="${run.paper}"`, rectangle(x, y, width, size.height))
  }
  for (const run of runs) {
    const drawn = pathOf(run.text[0]!, run.column * size.width, run.row * size.height, run.cells)
    if (drawn?.kind === 'line') draw(`class="${run.ink} line"`, drawn.d)
    else if (drawn) draw(`class="${run.ink}"${drawn.opacity}`, drawn.d)
    else texts.push(...textsOf(run))
  }

  const width = rows[0]!.length * size.width + 2 * margin
  const height = rows.length * size.height + 2 * margin
  const body = [...[...shapes].map(([shape, d]) => `<path ${shape} d="${d}"/>`), ...texts]
  const label = escape(title)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${label}">`,
    `<title>${label}</title>`,
    `<style>`,
    `text{font:${size.font}px ${fonts};white-space:pre}`,
    ...stylesOf(body, palette),
    `</style>`,
    `<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="8" fill="${palette.background}" stroke="${palette.edge}"/>`,
    `<g transform="translate(${margin} ${margin})" fill="${palette.text}">`,
    ...body,
    `</g>`,
    `</svg>`,
    '',
  ].join('\n')
}

/** The words of a run, each with what it stands at; blanks between two words that are one cell wide stay. */
const textsOf = ({ row, column, cells, text, ink, styles }: Run): string[] => {
  const classes = [...(ink === 'text' ? [] : [ink]), ...styles].join(' ')
  const y = row * size.height + size.baseline
  const wide = cells / text.length
  return [...text.matchAll(/\S+(?: \S+)*/g)].map(({ 0: words, index }) => {
    const x = (column + index * wide) * size.width
    const length = [...words].length > 1 ? ` textLength="${words.length * wide * size.width}"` : ''
    return `<text${classes && ` class="${classes}"`} x="${x}" y="${y}"${length}>${escape(words)}</text>`
  })
}

const shared: Record<string, string> = {
  line: 'stroke-width:1.25',
  bold: 'font-weight:700',
  dim: 'opacity:.7',
  underline: 'text-decoration:underline',
}

/** A rule for each class that is used. */
const stylesOf = (body: string[], palette: Palette): string[] => {
  const used = new Set(
    body.flatMap(element => (/ class="([^"]+)"/.exec(element)?.[1] ?? '').split(' ').filter(Boolean)),
  )
  const lined = new Set(body.flatMap(element => /class="(\S+) line"/.exec(element)?.[1] ?? []))
  const color = (name: string) =>
    name.startsWith('rgb-') ? `#${name.slice(4)}` : palette[name as keyof Palette]
  return [...used]
    .toSorted()
    .flatMap(name => [
      `.${name}{${shared[name] ?? `fill:${color(name)}`}}`,
      ...(lined.has(name) ? [`.${name}.line{fill:none;stroke:${color(name)}}`] : []),
    ])
}

/** Text that may stand between tags and in an attribute. */
const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
