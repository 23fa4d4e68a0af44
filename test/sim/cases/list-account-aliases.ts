import { CreateAccountAliasCommand, ListAccountAliasesCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

export default [
  {
    name: 'none',
    call: new ListAccountAliasesCommand({}),
    expect: { output: { AccountAliases: [], IsTruncated: false } },
  },
  {
    name: 'the one there can be',
    given: [new CreateAccountAliasCommand({ AccountAlias: 'blue-team-practice' })],
    call: new ListAccountAliasesCommand({}),
    expect: { output: { AccountAliases: ['blue-team-practice'], IsTruncated: false } },
  },
  {
    name: 'a page of nothing',
    call: new ListAccountAliasesCommand({ MaxItems: 0 }),
    expect: {
      code: 'ValidationError',
      status: 400,
      message:
        "1 validation error detected: Value at 'maxItems' failed to satisfy constraint: Member must have value greater than or equal to 1",
    },
  },
] satisfies Case[]
