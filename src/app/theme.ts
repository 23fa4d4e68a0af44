import { createContext } from 'react'
import type { Level } from '../lab/step.ts'

/** Colours by what they mean. Names of the sixteen colours, so that the terminal's own theme decides how they look. */
export const theme = {
  /** The practice account. */
  simulator: 'cyan',
  /** A real account: never the colour of the practice account. */
  live: 'magenta',
  /** What the eye should find first: the current step, a key. */
  accent: 'cyan',
  /** What may be overlooked. */
  muted: 'gray',
  good: 'green',
  bad: 'red',
  warn: 'yellow',
  /** Where typing goes. */
  focus: 'cyan',
} as const

export type Mark = Level | 'pending' | 'current' | 'failed' | 'not-applicable'
export type Marks = Record<Mark, string>

/** How a step stands. Each mark has a shape of its own, so that it is told apart without colour. */
export const marks: Marks = {
  applied: '●',
  verified: '◆',
  attested: '▲',
  pending: '○',
  current: '▸',
  failed: '✗',
  'not-applicable': '–',
}

/** The same for terminals that have ASCII only. */
export const asciiMarks: Marks = {
  applied: '*',
  verified: '+',
  attested: '~',
  pending: '.',
  current: '>',
  failed: 'x',
  'not-applicable': '-',
}

/** The colour of a mark, by what it means. */
export const colorOf = (mark: Mark) =>
  mark === 'pending' || mark === 'not-applicable'
    ? theme.muted
    : mark === 'attested'
      ? theme.warn
      : theme.good

/** What each kind of evidence means, as the legend says it. */
export const meanings: Record<Level, string> = {
  applied: 'done here by an API call and read back',
  verified: 'an API shows it',
  attested: 'you said so; no API can show it',
}

/** The marks that a terminal with this environment can show. */
export const marksFor = (env: Record<string, string | undefined>): Marks => {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || ''
  const plain = env['TERM'] === 'linux' || env['TERM'] === 'dumb' || /^(C|POSIX)$/.test(locale)
  return plain ? asciiMarks : marks
}

/** The marks that every part draws with. */
export const MarksContext = createContext<Marks>(marks)
