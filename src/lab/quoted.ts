/** Text as a shell reads it back: as it is where that is plain, in single quotes, or with its control characters by name (`$'\u001b'`, which bash and zsh read). */
export const quoted = (text: string): string => {
  if (/^[\w+=,.@:/-]+$/.test(text)) return text
  if (!/\p{Cc}/u.test(text)) return `'${text.replaceAll("'", `'\\''`)}'`
  const escaped = text
    .replaceAll(/[\\']/g, String.raw`\$&`)
    .replaceAll(/\p{Cc}/gu, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return `$'${escaped}'`
}
