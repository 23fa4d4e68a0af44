import {
  CreateAccountAliasCommand,
  DeleteAccountAliasCommand,
  ListAccountAliasesCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

export default [
  {
    name: 'the alias the account has',
    given: [new CreateAccountAliasCommand({ AccountAlias: 'blue-team-practice' })],
    call: new DeleteAccountAliasCommand({ AccountAlias: 'blue-team-practice' }),
    expect: { output: {} },
    afterwards: {
      call: new ListAccountAliasesCommand({}),
      output: { AccountAliases: [], IsTruncated: false },
    },
  },
  {
    name: 'an alias it does not have',
    given: [new CreateAccountAliasCommand({ AccountAlias: 'blue-team-practice' })],
    call: new DeleteAccountAliasCommand({ AccountAlias: 'red-team-practice' }),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: 'The account alias red-team-practice cannot be found.',
    },
    afterwards: {
      call: new ListAccountAliasesCommand({}),
      output: { AccountAliases: ['blue-team-practice'], IsTruncated: false },
    },
  },
  {
    name: 'an account without an alias',
    call: new DeleteAccountAliasCommand({ AccountAlias: 'blue-team-practice' }),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: 'The account alias blue-team-practice cannot be found.',
    },
  },
  {
    name: 'what is no alias',
    call: new DeleteAccountAliasCommand({ AccountAlias: 'Blue' }),
    expect: {
      code: 'ValidationError',
      status: 400,
      message:
        'The specified value for accountAlias is invalid. It must be a minimum length of 3 characters and maximum length of 63 characters, contain only digits, lowercase letters, and hyphens (-), but cannot begin or end with a hyphen.',
    },
  },
] satisfies Case[]
