import { PutContactInformationCommand } from '@aws-sdk/client-account'
import { operation } from '../operation.ts'
import { requireOwnAccount } from './alternate-contact.ts'

/** Sets the primary contact, whole. */
export const putContactInformation = operation(
  PutContactInformationCommand,
  ({ AccountId, ContactInformation }, { state }) => {
    requireOwnAccount(AccountId)
    state.setAccount({ contact: ContactInformation })
  },
)
