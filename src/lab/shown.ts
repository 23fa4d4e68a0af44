/** Control characters, and those that turn the direction of the text around them: a terminal obeys them. */
const obeyed = /[\p{Cc}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u
const everyObeyed = new RegExp(obeyed, 'gu')

/** One such character as something to look at: `␛`, or its code point. */
const picture = (character: string): string => {
  const code = character.codePointAt(0)!
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  if (code === 0x7f) return '␡'
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
}

/** Text that came from elsewhere, on one line, as a terminal may be given it: what it would obey is shown instead. */
export const shown = (text: string): string =>
  obeyed.test(text) ? text.replaceAll(everyObeyed, picture) : text

/** The same for a text of several lines. */
export const shownLines = (text: string): string =>
  obeyed.test(text)
    ? text
        .split(/\r?\n/)
        .map(line => shown(line.replaceAll('\t', ' ')))
        .join('\n')
    : text
