import { CreateAccountAliasCommand, ListAccountAliasesCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

const listed = (...AccountAliases: string[]) => ({
  call: new ListAccountAliasesCommand({}),
  output: { AccountAliases, IsTruncated: false },
})
const exists = (alias: string) => ({
  code: 'EntityAlreadyExists',
  status: 409,
  message: `The account alias ${alias} already exists.`,
})
const invalid = {
  code: 'ValidationError',
  status: 400,
  message:
    'The specified value for accountAlias is invalid. It must be a minimum length of 3 characters and maximum length of 63 characters, contain only digits, lowercase letters, and hyphens (-), but cannot begin or end with a hyphen.',
}
const notAnAlias = [
  'ab',
  'a'.repeat(64),
  'Blue-team',
  '-blue-team',
  'blue-team-',
  'blue--team',
  'blue_team',
  '111122223333',
]

export default [
  {
    name: 'a free alias',
    call: new CreateAccountAliasCommand({ AccountAlias: 'blue-team-practice' }),
    expect: { output: {} },
    afterwards: listed('blue-team-practice'),
  },
  {
    name: 'an alias of 63 characters',
    call: new CreateAccountAliasCommand({ AccountAlias: 'a'.repeat(63) }),
    expect: { output: {} },
    afterwards: listed('a'.repeat(63)),
  },
  {
    name: 'digits, but not twelve',
    call: new CreateAccountAliasCommand({ AccountAlias: '1111222233334' }),
    expect: { output: {} },
  },
  {
    name: 'a second alias, which takes the place of the first',
    given: [new CreateAccountAliasCommand({ AccountAlias: 'blue-team-practice' })],
    call: new CreateAccountAliasCommand({ AccountAlias: 'red-team-practice' }),
    expect: { output: {} },
    afterwards: listed('red-team-practice'),
  },
  {
    name: 'the account’s own alias once more',
    given: [new CreateAccountAliasCommand({ AccountAlias: 'blue-team-practice' })],
    call: new CreateAccountAliasCommand({ AccountAlias: 'blue-team-practice' }),
    expect: exists('blue-team-practice'),
    afterwards: listed('blue-team-practice'),
  },
  {
    name: 'an alias that another account has',
    call: new CreateAccountAliasCommand({ AccountAlias: 'example' }),
    expect: exists('example'),
    afterwards: listed(),
  },
  ...notAnAlias.map(AccountAlias => ({
    name: `what is no alias: ${AccountAlias}`,
    call: new CreateAccountAliasCommand({ AccountAlias }),
    expect: invalid,
  })),
] satisfies Case[]
