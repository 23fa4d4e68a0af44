/** The sixteen colours of a terminal by their usual names, in their usual order. */
export const colourNames = [
  'black',
  'red',
  'green',
  'yellow',
  'blue',
  'magenta',
  'cyan',
  'white',
  'gray',
  'bright-red',
  'bright-green',
  'bright-yellow',
  'bright-blue',
  'bright-magenta',
  'bright-cyan',
  'bright-white',
] as const

/** What a terminal draws with: its own text colour and background, the window's edge, and the sixteen colours. */
export type Palette = Record<'text' | 'background' | 'edge' | (typeof colourNames)[number], string>

/** On a dark page. Every colour can be read on the background. */
export const dark: Palette = {
  text: '#e6edf3',
  background: '#161b22',
  edge: '#30363d',
  black: '#848d97',
  red: '#ff7b72',
  green: '#3fb950',
  yellow: '#d29922',
  blue: '#58a6ff',
  magenta: '#d57bff',
  cyan: '#39c5cf',
  white: '#b1bac4',
  gray: '#9198a1',
  'bright-red': '#ffa198',
  'bright-green': '#56d364',
  'bright-yellow': '#e3b341',
  'bright-blue': '#79c0ff',
  'bright-magenta': '#e2b6ff',
  'bright-cyan': '#56d4dd',
  'bright-white': '#ffffff',
}

/** On a light page. Every colour can be read on the background. */
export const light: Palette = {
  text: '#1f2328',
  background: '#f6f8fa',
  edge: '#d0d7de',
  black: '#000000',
  red: '#c4192d',
  green: '#1a7f37',
  yellow: '#8a5a00',
  blue: '#0860ca',
  magenta: '#a626a4',
  cyan: '#0b6e84',
  white: '#59636e',
  gray: '#5c6570',
  'bright-red': '#a40e26',
  'bright-green': '#116329',
  'bright-yellow': '#744500',
  'bright-blue': '#0550ae',
  'bright-magenta': '#8b1f8a',
  'bright-cyan': '#095a6c',
  'bright-white': '#454c54',
}
