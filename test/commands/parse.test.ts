import { expect, test } from 'vitest'
import { parse } from '../../src/commands/parse.ts'
import { Problem } from '../../src/commands/problem.ts'

/** What was typed, and what was understood: the command's words, its options, its positionals. */
const understood: [typed: string, words: string, options: object, positionals?: object][] = [
  ['', '', {}],
  ['--sim', '', { sim: true }],
  ['--sim --account class-1', '', { sim: true, account: 'class-1' }],
  ['--home /tmp/x run --sim', 'run', { home: '/tmp/x', sim: true }],
  ['run --sim --only=root-mfa --json', 'run', { sim: true, only: 'root-mfa', json: true }],
  ['run --home dir --sim', 'run', { home: 'dir', sim: true }],
  [
    'sim new class-1 --account-id 111122223333',
    'sim new',
    { 'account-id': '111122223333' },
    { NAME: 'class-1' },
  ],
  ['sim reset --yes', 'sim reset', { yes: true }],
  ['run --help --frob', 'run', { help: true, frob: true }],
  ['frob -h', '', { help: true }],
  ['undo --sim -V', 'undo', { sim: true, version: true }],
]

test.each(understood)('iam-lab %s', (typed, words, options, positionals = {}) => {
  const asked = parse(typed.split(' ').filter(arg => arg !== ''))
  expect({ words: asked.command.words, options: asked.options, positionals: asked.positionals }).toEqual({
    words,
    options,
    positionals,
  })
})

/** What was typed, what is wrong with it, what to do. */
const wrong: [typed: string, message: string, fix: string][] = [
  ['--frob', 'There is no option --frob.', 'See iam-lab --help.'],
  ['-x', 'There is no option -x.', 'See iam-lab --help.'],
  ['run --sim --jsn', 'There is no option --jsn.', 'Did you mean --json?'],
  ['steps --sim', 'iam-lab steps has no option --sim.', 'See iam-lab steps --help.'],
  ['stps', 'There is no command iam-lab stps.', 'Did you mean iam-lab steps?'],
  ['frobnicate', 'There is no command iam-lab frobnicate.', 'See iam-lab --help.'],
  [
    'run',
    'iam-lab run needs to know in which account.',
    'Add --sim: in the practice account, offline; or --live: in a real account, with the credentials of the AWS CLI.',
  ],
  ['run --sim --live', '--sim and --live do not go together.', 'Give one of them.'],
  ['--sim --live', '--sim and --live do not go together.', 'Give one of them.'],
  [
    'run --sim --answers',
    '--answers needs a value.',
    'Write --answers FILE: what to fill in: JSON, by step id and field name.',
  ],
  ['run --sim --only --json', '--only needs a value.', 'Write --only ID,..: these steps alone.'],
  ['steps --json=yes', '--json takes no value.', 'Write --json alone.'],
  ['--sim --account ../x', '--account ../x cannot be.', 'Use letters, digits, - and _, up to 64.'],
  [
    'sim',
    'iam-lab sim needs to know what to do.',
    'There are: iam-lab sim list, iam-lab sim new, iam-lab sim reset.',
  ],
  [
    'sim frob',
    'There is no command iam-lab sim frob.',
    'There are: iam-lab sim list, iam-lab sim new, iam-lab sim reset.',
  ],
  ['sim new', 'iam-lab sim new needs NAME: its name.', 'See iam-lab sim new --help.'],
  ['sim new a b', 'iam-lab sim new does not know what to do with "b".', 'See iam-lab sim new --help.'],
  ['sim new a --account-id 12', '--account-id 12 cannot be.', 'An account id is twelve digits.'],
  ['steps extra', 'iam-lab steps does not know what to do with "extra".', 'See iam-lab steps --help.'],
]

test.each(wrong)('iam-lab %s is refused', (typed, message, fix) => {
  const attempt = () => parse(typed.split(' '))
  expect(attempt).toThrow(Problem)
  expect(attempt).toThrow(expect.objectContaining({ message, fix, exit: 2 }))
})
