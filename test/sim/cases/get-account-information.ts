import { GetAccountInformationCommand } from '@aws-sdk/client-account'
import type { Case } from '../case.ts'
import { invalid, notAuthorized } from '../contact.ts'

export default [
  {
    name: 'one’s own account',
    call: new GetAccountInformationCommand({}),
    expect: {
      output: {
        AccountId: '111122223333',
        AccountName: 'practice',
        AccountCreatedDate: '2026-01-01T00:00:00Z',
        AccountState: 'ACTIVE',
      },
    },
  },
  {
    name: 'another account',
    call: new GetAccountInformationCommand({ AccountId: '444455556666' }),
    expect: notAuthorized,
  },
  {
    name: 'an account id of eleven digits',
    call: new GetAccountInformationCommand({ AccountId: '11112222333' }),
    expect: invalid(
      "Value at 'accountId' failed to satisfy constraint: Member must satisfy regular expression pattern: \\d{12}",
    ),
  },
] satisfies Case[]
