import { parseArgs } from 'node:util'
import { commands, everywhere, type Command, type Option } from './commands.ts'
import { Problem } from './problem.ts'

/** What was typed: the command, and what goes with it. Flags are `true` when given. */
export type Asked = {
  command: Command
  options: Record<string, string | true | undefined>
  positionals: Record<string, string>
}

/**
 * Reads the arguments by the table of commands. `help` and `version` win over anything that is wrong beside them.
 * Throws a `Problem` for what is not in the table.
 */
export const parse = (args: string[]): Asked => {
  const known = Object.assign({}, ...commands.map(({ options }) => options), everywhere) as Record<
    string,
    Option
  >
  const { tokens } = parseArgs({
    args,
    options: Object.fromEntries(
      Object.entries(known).map(([name, { value, short }]) => [
        name,
        { type: value === undefined ? ('boolean' as const) : ('string' as const), ...(short && { short }) },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const given = tokens.filter(token => token.kind === 'option')
  const typed = tokens.flatMap(token => (token.kind === 'positional' ? [token.value] : []))
  const wantsHelp = given.some(({ name }) => name === 'help' || name === 'version')

  const unknown = given.find(({ name }) => known[name] === undefined)
  if (unknown && !wantsHelp)
    throw new Problem(
      `There is no option ${unknown.rawName}.`,
      suggestion(unknown.rawName, Object.keys(known), '--') ?? seeHelp(''),
    )

  const command = named(typed)
  if (command === undefined) {
    if (wantsHelp) return { command: commands[0]!, options: optionsOf(given), positionals: {} }
    throw notACommand(typed)
  }
  const options = optionsOf(given)
  const words = command.words === '' ? 0 : command.words.split(' ').length
  const names = Object.keys(command.positionals)
  const rest = typed.slice(words)
  const positionals = Object.fromEntries(rest.map((value, index) => [names[index] ?? '', value]))
  if (!wantsHelp) {
    for (const option of given) checkOption(command, option)
    checkOneOf(command, options)
    checkPositionals(command, rest)
  }
  return { command, options, positionals }
}

type Given = { name: string; rawName: string; value: string | undefined; inlineValue: boolean | undefined }

const optionsOf = (given: Given[]): Asked['options'] =>
  Object.fromEntries(given.map(({ name, value }) => [name, value ?? true]))

/** The command whose words come first; the longest, so that `sim list` is not taken for another. */
const named = (typed: string[]): Command | undefined =>
  commands
    .filter(({ words }) => words !== '' && words.split(' ').every((word, index) => typed[index] === word))
    .toSorted((one, other) => other.words.length - one.words.length)[0] ??
  (typed.length === 0 ? commands[0] : undefined)

const notACommand = (typed: string[]): Problem => {
  const [first = '', second] = typed
  const below = commands.filter(({ words }) => words.startsWith(`${first} `)).map(({ words }) => words)
  if (below.length > 0)
    return new Problem(
      second === undefined
        ? `iam-lab ${first} needs to know what to do.`
        : `There is no command iam-lab ${first} ${second}.`,
      `There are: ${below.map(words => `iam-lab ${words}`).join(', ')}.`,
    )
  const names = commands.map(({ words }) => words.split(' ')[0]!).filter(word => word !== '')
  return new Problem(
    `There is no command iam-lab ${first}.`,
    suggestion(first, names, 'iam-lab ') ?? seeHelp(''),
  )
}

const checkOption = (command: Command, { name, rawName, value, inlineValue }: Given): void => {
  const option = command.options[name] ?? everywhere[name]
  if (option === undefined)
    throw new Problem(`${spoken(command)} has no option ${rawName}.`, seeHelp(command.words))
  if (option.value === undefined) {
    if (value !== undefined) throw new Problem(`${rawName} takes no value.`, `Write ${rawName} alone.`)
    return
  }
  if (value === undefined || value === '' || (!inlineValue && value.startsWith('-')))
    throw new Problem(`${rawName} needs a value.`, `Write ${rawName} ${option.value}: ${option.summary}.`)
  checkPattern(`${rawName} ${value}`, value, option)
}

const checkPattern = (
  what: string,
  value: string,
  { pattern, limits }: Pick<Option, 'pattern' | 'limits'>,
): void => {
  if (pattern && !pattern.test(value)) throw new Problem(`${what} cannot be.`, limits!)
}

const checkOneOf = ({ oneOf, ...command }: Command, options: Asked['options']): void => {
  const choices = oneOf ?? (command.words === '' ? ['sim', 'live'] : [])
  const chosen = choices.filter(name => options[name])
  if (chosen.length > 1)
    throw new Problem(
      `${chosen.map(name => `--${name}`).join(' and ')} do not go together.`,
      'Give one of them.',
    )
  if (oneOf && chosen.length === 0)
    throw new Problem(
      `${spoken(command)} needs to know in which account.`,
      `Add --sim: ${command.options['sim']!.summary}; or --live: ${command.options['live']!.summary}.`,
    )
  const misplaced = options['live'] ? ['account'] : ['profile', 'endpoint-url', 'region']
  const wrong = misplaced.find(name => options[name] !== undefined && command.options['live'])
  if (wrong !== undefined)
    throw new Problem(
      `--${wrong} goes with --${options['live'] ? 'sim' : 'live'} alone.`,
      'Take it away, or name the other account.',
    )
  if (options['live'] && options['yes'] && options['account-id'] === undefined)
    throw new Problem(
      'In a real account --yes needs to know which one you mean.',
      'Add --account-id and its twelve digits. Nothing was sent.',
    )
}

const checkPositionals = (command: Command, rest: string[]): void => {
  const wanted = Object.entries(command.positionals)
  const missing = wanted[rest.length]
  if (missing)
    throw new Problem(
      `${spoken(command)} needs ${missing[0]}: ${missing[1].summary}.`,
      seeHelp(command.words),
    )
  if (rest.length > wanted.length)
    throw new Problem(
      `${spoken(command)} does not know what to do with "${rest[wanted.length]}".`,
      seeHelp(command.words),
    )
  for (const [index, [name, positional]] of wanted.entries())
    checkPattern(`${name} "${rest[index]}"`, rest[index]!, positional)
}

const spoken = ({ words }: Pick<Command, 'words'>): string => `iam-lab ${words}`.trim()

const seeHelp = (words: string): string => `See ${spoken({ words })} --help.`

/** What was probably meant: the one name that is at most two letters away. */
const suggestion = (typed: string, names: string[], prefix: string): string | undefined => {
  const near = names
    .map(name => ({ name, away: distance(typed.replace(/^-+/, ''), name) }))
    .filter(({ away }) => away <= 2)
    .toSorted((one, other) => one.away - other.away)[0]
  return near && `Did you mean ${prefix}${near.name}?`
}

/** How many letters have to be put in, taken out or changed to make one word the other (Levenshtein). */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1]
    for (const [j, against] of [...other].entries())
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (letter === against ? 0 : 1)))
    row = next
  }
  return row.at(-1)!
}
