import { GetAlternateContactCommand } from '@aws-sdk/client-account'
import { operation } from '../operation.ts'
import { findContact, requireOwnAccount } from './alternate-contact.ts'

/** The billing, operations or security contact. */
export const getAlternateContact = operation(
  GetAlternateContactCommand,
  ({ AlternateContactType, AccountId }, { state }) => {
    requireOwnAccount(AccountId)
    return { AlternateContact: { ...findContact(state, AlternateContactType), AlternateContactType } }
  },
)
