/** Colours by meaning. */
const colours = { good: 32, bad: 31, waiting: 33, quiet: 2 } as const

/** Colours a piece of text for a terminal; as it is without colour. */
export const paint = (meaning: keyof typeof colours, text: string, colour: boolean): string =>
  colour ? `\u001B[${colours[meaning]}m${text}\u001B[0m` : text
