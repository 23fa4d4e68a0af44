import { PutAlternateContactCommand } from '@aws-sdk/client-account'
import { operation } from '../operation.ts'
import { requireOwnAccount, requireType } from './alternate-contact.ts'

/** Sets a contact. The e-mail address is trimmed, the rest is kept as typed (recorded). */
export const putAlternateContact = operation(
  PutAlternateContactCommand,
  ({ AlternateContactType, AccountId, Name, Title, EmailAddress, PhoneNumber }, { state }) => {
    requireOwnAccount(AccountId)
    requireType(AlternateContactType)
    state.setAccount({
      alternateContacts: {
        ...state.account.alternateContacts,
        [AlternateContactType]: { Name, Title, EmailAddress: EmailAddress.trim(), PhoneNumber },
      },
    })
  },
)
