import { DeleteAlternateContactCommand } from '@aws-sdk/client-account'
import { operation } from '../operation.ts'
import { findContact, requireOwnAccount } from './alternate-contact.ts'

/** Removes a contact. */
export const deleteAlternateContact = operation(
  DeleteAlternateContactCommand,
  ({ AlternateContactType, AccountId }, { state }) => {
    requireOwnAccount(AccountId)
    findContact(state, AlternateContactType)
    const { [AlternateContactType]: _, ...alternateContacts } = state.account.alternateContacts
    state.setAccount({ alternateContacts })
  },
)
