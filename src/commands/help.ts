import { commands, everywhere, type Command, type Option } from './commands.ts'

/** The help of one command; of all, for the one without words. */
export const helpOf = (command: Command): string => {
  const { words, summary, options, positionals, examples } = command
  const line = ['iam-lab', words, ...Object.keys(positionals)].filter(part => part !== '').join(' ')
  const first =
    words === ''
      ? 'iam-lab: learn to secure an AWS account by doing it, in a simulated one first.'
      : `${line}: ${summary}`
  const sections: [title: string, lines: string[]][] = [
    ['Usage', [`${line} [options]`, ...(words === '' ? ['iam-lab COMMAND [options]'] : [])]],
    [
      'Commands',
      words === ''
        ? columns(commands.filter(each => each.words !== '').map(each => [usage(each), each.summary]))
        : [],
    ],
    ['Arguments', columns(Object.entries(positionals).map(([name, { summary }]) => [name, summary]))],
    ['Options', columns([...Object.entries(options), ...Object.entries(everywhere)].map(optionRow))],
    ['Examples', columns(examples)],
    [
      'Exit codes',
      words === ''
        ? columns([
            ['0', 'all done'],
            ['1', 'a step or a check is not satisfied'],
            ['2', 'wrong usage or input'],
            ['3', 'refused: wrong identity, missing permission or confirmation'],
            ['4', 'the account could not be reached'],
            ['130', 'interrupted'],
          ])
        : [],
    ],
  ]
  const shown = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `${title}\n${lines.map(each => `  ${each}`).join('\n')}`)
  return `${[first, ...shown].join('\n\n')}\n`
}

const usage = ({ words, positionals }: Command): string => [words, ...Object.keys(positionals)].join(' ')

const optionRow = ([name, { value, short, summary }]: [string, Option]): [string, string] => [
  `${short ? `-${short}, ` : ''}--${name}${value === undefined ? '' : ` ${value}`}`,
  summary,
]

/** Rows of two columns, the second beginning at one place. */
const columns = (rows: [string, string][]): string[] => {
  const width = Math.max(0, ...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `${left.padEnd(width)}  ${right}`)
}
