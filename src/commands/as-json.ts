/** A value as JSON on one line, in which no character stands as it is that a terminal would obey. */
export const asJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll(
    /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
