import { expect, test } from 'vitest'
import { openScreen } from '../screen.ts'
import { dark, light } from './palettes.ts'
import { svg } from './svg.ts'

const lightness = (color: string) => {
  const [red, green, blue] = [1, 3, 5].map(at => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

/** As WCAG 2 counts it. */
const contrast = (one: string, other: string) => {
  const [low, high] = [lightness(one), lightness(other)].toSorted((a, b) => a - b)
  return (high! + 0.05) / (low! + 0.05)
}

test.each([
  ['dark', dark],
  ['light', light],
])('every colour of the %s palette can be read on its background', (_, { background, edge, ...inks }) => {
  expect(edge).not.toBe(background)
  expect(Object.entries(inks).filter(([, ink]) => contrast(ink, background) < 4.5)).toEqual([])
})

/** What the picture of a screen draws, with this written on it. */
const drawn = async (written: string, columns = 12, rows = 1) => {
  const screen = openScreen(columns, rows)
  await screen.write(written)
  const picture = svg(screen.cells(), dark, 'A screen')
  screen.close()
  return picture.split('\n').filter(line => /^(<text|<path|\.)/.test(line))
}

const cases: [what: string, written: string, expected: string[]][] = [
  [
    'words stand at their column',
    'a  bc d',
    ['<text x="0" y="13.5">a</text>', '<text x="27" y="13.5" textLength="36">bc d</text>'],
  ],
  [
    'what is markup elsewhere is text here',
    '<&>"',
    ['<text x="0" y="13.5" textLength="36">&lt;&amp;&gt;&quot;</text>'],
  ],
  [
    'a colour has its name',
    '\u001B[1;36mhi',
    [
      '.bold{font-weight:700}',
      `.cyan{fill:${dark.cyan}}`,
      '<text class="cyan bold" x="0" y="13.5" textLength="18">hi</text>',
    ],
  ],
  [
    'dim and underlined',
    '\u001B[2;4mhi',
    [
      '.dim{opacity:.7}',
      '.underline{text-decoration:underline}',
      '<text class="dim underline" x="0" y="13.5" textLength="18">hi</text>',
    ],
  ],
  [
    'a colour without a name is itself',
    '\u001B[38;2;1;2;3ma\u001B[38;5;196mb',
    [
      '.rgb-010203{fill:#010203}',
      '.rgb-ff0000{fill:#ff0000}',
      '<text class="rgb-010203" x="0" y="13.5">a</text>',
      '<text class="rgb-ff0000" x="9" y="13.5">b</text>',
    ],
  ],
  [
    'inverse swaps text and background',
    '\u001B[7mx',
    [
      `.background{fill:${dark.background}}`,
      `.text{fill:${dark.text}}`,
      '<path class="text" d="M0 0h9v18h-9z"/>',
      '<text class="background" x="0" y="13.5">x</text>',
    ],
  ],
  [
    'a wide character takes two cells',
    '日本a',
    ['<text x="0" y="13.5">日</text>', '<text x="18" y="13.5">本</text>', '<text x="36" y="13.5">a</text>'],
  ],
  [
    'a character that is two in a string is one, as wide as the terminal has it',
    '🙂a',
    ['<text x="0" y="13.5">🙂</text>', '<text x="9" y="13.5">a</text>'],
  ],
  [
    'marks stand alone: fonts differ in their width',
    '● a',
    ['<text x="0" y="13.5">●</text>', '<text x="18" y="13.5">a</text>'],
  ],
  [
    'lines go from edge to edge',
    '╭──│',
    [
      `.text{fill:${dark.text}}`,
      `.text.line{fill:none;stroke:${dark.text}}`,
      '.line{stroke-width:1.25}',
      '<path class="text line" d="M9 9Q4.5 9 4.5 13.5V18M9 9h18M31.5 0v18"/>',
    ],
  ],
  [
    'blocks fill their part of the cell',
    '██▄░',
    [
      `.text{fill:${dark.text}}`,
      '<path class="text" d="M0 0h18v18h-18zM18 9h9v9h-9z"/>',
      '<path class="text" fill-opacity="0.25" d="M27 0h9v18h-9z"/>',
    ],
  ],
]

test.each(cases)('%s', async (_, written, expected) => {
  expect((await drawn(written)).toSorted()).toEqual(expected.toSorted())
})

test('a picture says what it shows, in words, and palettes differ in the colours alone', async () => {
  const screen = openScreen(4, 2)
  await screen.write('\u001B[31mno')
  const of = (palette: typeof dark) => svg(screen.cells(), palette, 'The "lab" & its <screen>')
  expect(of(dark)).toContain('role="img" aria-label="The &quot;lab&quot; &amp; its &lt;screen&gt;"')
  expect(of(dark)).toContain('<title>The &quot;lab&quot; &amp; its &lt;screen&gt;</title>')
  const colourless = (picture: string) => picture.replaceAll(/#[0-9a-f]{6}/g, '#')
  expect(colourless(of(dark))).toBe(colourless(of(light)))
  screen.close()
})
