import { compared } from './compared.ts'

/** From the year alone to fractions of a second: https://www.w3.org/TR/NOTE-datetime */
const w3c = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$/

/** "One of the W3C implementations of the ISO 8601 date formats or [...] epoch (UNIX) time". Four digits are a year. */
const time = (text: string): number => {
  if (w3c.test(text)) return Date.parse(text)
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : NaN
}

export const date = compared('Date', time)
