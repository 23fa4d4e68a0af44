/** What is known about a request: values by condition key, the key in lower case. A key without values is left out. */
export type RequestContext = ReadonlyMap<string, readonly string[]>

/** A pattern taken apart: characters by their code points, wildcards, and variables whose values a request brings. */
type Token = number | Variable
type Variable = { key: string; otherwise: string | undefined }

/** `*` and `?`, and those that stay within their part of an ARN. */
const [any, one, anyWithin, oneWithin] = [-1, -2, -3, -4]
const colon = 58

type Options = {
  /** `${...}`, for policies of version 2012-10-17. */
  variables?: boolean
  wildcards?: boolean
  /** The text is the ARN of a resource: see `within`. */
  arn?: boolean
  ignoringCase?: boolean
}

const variable = /\$\{([^{}]*)\}/gu
const withDefault = /^(.*?)\s*,\s*'(.*)'$/s

/** Takes a policy's text apart. */
export const parse = (text: string, { variables, wildcards, arn }: Options): Token[] => {
  const tokens: Token[] = []
  const plain = (part: string) => {
    for (const character of part)
      tokens.push(
        wildcards && character === '*'
          ? any
          : wildcards && character === '?'
            ? one
            : character.codePointAt(0)!,
      )
  }
  let end = 0
  for (const { 0: found, 1: inside = '', index } of variables ? text.matchAll(variable) : []) {
    plain(text.slice(end, index))
    end = index + found.length
    // `${*}`, `${?}` and `${$}` stand for the characters themselves.
    if (inside === '*' || inside === '?' || inside === '$') tokens.push(inside.codePointAt(0)!)
    else {
      const [, key = inside, otherwise] = withDefault.exec(inside) ?? []
      tokens.push({ key: key.trim().toLowerCase(), otherwise })
    }
  }
  plain(text.slice(end))
  return arn ? within(tokens) : tokens
}

/**
 * "You can use wildcard characters (* and ?) within the individual segments of an ARN (the parts separated by colons). [...] If the * wildcard
 * is the last character of a resource ARN segment, it can expand to match beyond the colon boundaries." What is after the fifth colon is one part.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
const within = (tokens: Token[]): Token[] => {
  let colons = 0
  return tokens.map((token, index) => {
    if (token === colon) colons++
    if (colons >= 5) return token
    if (token === one) return oneWithin
    const last = tokens[index + 1] === undefined || tokens[index + 1] === colon
    return token === any && !last ? anyWithin : token
  })
}

const isCode = (token: Token): token is number => typeof token === 'number'

/**
 * Puts values in the place of variables; undefined when one has none. A wildcard in a value is a character like any other, and a key of several
 * values is no variable. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export const resolve = (tokens: readonly Token[], context: RequestContext): number[] | undefined => {
  const codes: number[] = []
  for (const token of tokens) {
    if (isCode(token)) codes.push(token)
    else {
      const values = context.get(token.key)
      const value = (values?.length === 1 && values[0]) || token.otherwise
      if (value === undefined) return undefined
      for (const character of value) codes.push(character.codePointAt(0)!)
    }
  }
  return codes
}

/** Whether a text is as a pattern says. A variable without a value is equal to nothing and like nothing. */
export type Pattern = (text: string, context: RequestContext) => boolean

/** What holds texts against wildcards alone. */
export const wildcard = (text: string) => glob(parse(text, { wildcards: true }).filter(isCode))

/** Makes a pattern of a policy's text. */
export const compile = (text: string, options: Options): Pattern => {
  if (options.ignoringCase) {
    const pattern = compile(text.toLowerCase(), { ...options, ignoringCase: false })
    return (actual, context) => pattern(actual.toLowerCase(), lowerCase(context))
  }
  const tokens = parse(text, options)
  if (tokens.every(isCode)) return glob(tokens)
  const matches = hasWithin(tokens) ? follow : walk
  const has = hasLiterals(tokens)
  return (actual, context) => {
    if (!has(actual)) return false
    const codes = resolve(tokens, context)
    return codes !== undefined && matches(codes, actual)
  }
}

/** Values are put in when they are asked for, and that in lower case. */
const lowerCase = (context: RequestContext): RequestContext =>
  ({ get: (key: string) => context.get(key)?.map(value => value.toLowerCase()) }) as RequestContext

/** The literal texts between wildcards and variables: the first and the last may be empty. */
const literals = (tokens: readonly Token[]): string[] => {
  const texts = ['']
  for (const token of tokens)
    if (isCode(token) && token >= 0) texts.push(texts.pop() + String.fromCodePoint(token))
    else texts.push('')
  return texts
}

/** A quick look at what a text must have to match at all: the beginning, and the longest of the literal texts. */
const hasLiterals = (tokens: readonly Token[]): ((text: string) => boolean) => {
  const [start = '', ...others] = literals(tokens)
  const longest = others.toSorted((one, other) => other.length - one.length)[0] ?? ''
  return text => text.startsWith(start) && text.includes(longest)
}

const hasWithin = (tokens: readonly Token[]): boolean =>
  tokens.includes(anyWithin!) || tokens.includes(oneWithin!)

/** The quickest way to hold texts against these codes. */
export const glob = (codes: readonly number[]): ((text: string) => boolean) => {
  const [start = '', ...others] = literals(codes)
  if (others.length === 0) return text => text === start
  if (codes.indexOf(any!) === codes.length - 1 && others.length === 1) return text => text.startsWith(start)
  const matches = hasWithin(codes) ? follow : walk
  const has = hasLiterals(codes)
  return text => has(text) && matches(codes, text)
}

/** As much of a text as matching looks at. */
type Characters = Pick<string, 'length' | 'codePointAt'>

const width = (code: number) => (code > 0xffff ? 2 : 1)

/**
 * Goes back to the last `*` alone: an earlier one could only take what that one can take as well. At most pattern times text steps,
 * whatever the wildcards.
 */
export const walk = (codes: readonly number[], text: Characters): boolean => {
  let at = 0
  let star = -1
  let taken = 0
  for (let position = 0; position < text.length;) {
    const wanted = codes[at]
    if (wanted === any) {
      star = at++
      taken = position
      continue
    }
    const actual = text.codePointAt(position)!
    if (at < codes.length && (wanted === one || wanted === actual)) {
      at++
      position += width(actual)
    } else if (star >= 0) {
      at = star + 1
      taken += width(text.codePointAt(taken)!)
      position = taken
    } else return false
  }
  while (codes[at] === any) at++
  return at === codes.length
}

/** Follows all ways at once, for wildcards of which some may cross a colon and some may not: pattern times text steps. */
export const follow = (codes: readonly number[], text: Characters): boolean => {
  let reached = new Uint8Array(codes.length + 1)
  const pass = (index: number) => {
    for (; reached[index] === 0; index++) {
      reached[index] = 1
      if (codes[index] !== any && codes[index] !== anyWithin) return
    }
  }
  pass(0)
  for (let position = 0; position < text.length;) {
    const actual = text.codePointAt(position)!
    const before = reached
    reached = new Uint8Array(codes.length + 1)
    for (const [index, wanted] of codes.entries()) {
      if (before[index] === 0) continue
      if (wanted === any || (wanted === anyWithin && actual !== colon)) pass(index)
      else if (wanted === one || wanted === actual || (wanted === oneWithin && actual !== colon))
        pass(index + 1)
    }
    position += width(actual)
  }
  return reached[codes.length] === 1
}

/** The keys of the variables in a policy's text, as it writes them. */
export const contextKeysOfVariables = (text: string): string[] =>
  [...text.matchAll(variable)].flatMap(([, inside = '']) =>
    /^[*?$]$/.test(inside) ? [] : [(withDefault.exec(inside)?.[1] ?? inside).trim()],
  )
