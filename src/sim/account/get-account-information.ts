import { GetAccountInformationCommand } from '@aws-sdk/client-account'
import { operation } from '../operation.ts'
import { requireOwnAccount } from './alternate-contact.ts'

/** The account's id, name, age and state. */
export const getAccountInformation = operation(
  GetAccountInformationCommand,
  ({ AccountId }, { state: { account } }) => {
    requireOwnAccount(AccountId)
    return {
      AccountId: account.id,
      AccountName: account.name,
      AccountCreatedDate: new Date(account.createdAt),
      AccountState: 'ACTIVE' as const,
    }
  },
)
