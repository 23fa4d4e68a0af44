/** What is known about a request: values by condition key, the key in lower case. A key without values is left out. */
export type RequestContext = ReadonlyMap<string, readonly string[]>

const anything = Symbol('*')
const anyCharacter = Symbol('?')
type Variable = { key: string; otherwise: string | undefined }
type Character = string | typeof anything | typeof anyCharacter

/** A policy's text, taken apart once: characters, wildcards and variables. */
export type Pattern = (Character | Variable)[]

const part = /\$\{([^{}]*)\}|[^]/gu
const withDefault = /^(.*?)\s*,\s*'(.*)'$/s

/** Takes a policy's text apart. Variables are for policies of version 2012-10-17, wildcards not for `StringEquals`. */
export const compile = (text: string, { variables, wildcards }: Record<string, boolean>): Pattern =>
  [...text.matchAll(part)].flatMap(([found, variable]): Pattern => {
    if (wildcards && found === '*') return [anything]
    if (wildcards && found === '?') return [anyCharacter]
    if (variable === undefined || !variables) return [...found]
    // `${*}`, `${?}` and `${$}` stand for the characters themselves.
    if (variable === '*' || variable === '?' || variable === '$') return [variable]
    const [, key = variable, otherwise] = withDefault.exec(variable) ?? []
    return [{ key: key.trim().toLowerCase(), otherwise }]
  })

/**
 * Whether the whole text is as the pattern says; undefined when a variable has no value in this request.
 * Takes at most pattern times text steps, whatever the wildcards.
 */
export const matches = (pattern: Pattern, text: string, context: RequestContext): boolean | undefined => {
  const characters = resolve(pattern, context)
  return characters && matchesCharacters(characters, [...text])
}

const isVariable = (part: Character | Variable): part is Variable => typeof part === 'object'

/** Puts values in the place of variables. A wildcard in a value is a character like any other. */
const resolve = (pattern: Pattern, context: RequestContext): Character[] | undefined => {
  if (!pattern.some(isVariable)) return pattern as Character[]
  const resolved: Character[] = []
  for (const part of pattern) {
    if (!isVariable(part)) resolved.push(part)
    else {
      const values = context.get(part.key)
      const value = values?.length === 1 ? values[0] : part.otherwise
      if (value === undefined) return undefined
      resolved.push(...value)
    }
  }
  return resolved
}

/** Goes back to the last `*` alone: an earlier one could only take what that one can take as well. */
const matchesCharacters = (pattern: Character[], text: string[]): boolean => {
  let p = 0
  let star = -1
  let taken = 0
  for (let t = 0; t < text.length;) {
    const wanted = pattern[p]
    if (wanted === anything) {
      star = p++
      taken = t
    } else if (p < pattern.length && (wanted === anyCharacter || wanted === text[t])) {
      p++
      t++
    } else if (star >= 0) {
      p = star + 1
      t = ++taken
    } else return false
  }
  while (pattern[p] === anything) p++
  return p === pattern.length
}

/** The keys of the variables in a policy's text, as it writes them. */
export const contextKeysOfVariables = (text: string): string[] =>
  [...text.matchAll(part)].flatMap(([, variable]) => {
    if (variable === undefined || /^[*?$]$/.test(variable)) return []
    return [(withDefault.exec(variable)?.[1] ?? variable).trim()]
  })
