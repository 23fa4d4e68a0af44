import { GetContactInformationCommand } from '@aws-sdk/client-account'
import { AwsError } from '../errors.ts'
import { operation } from '../operation.ts'
import { requireOwnAccount } from './alternate-contact.ts'

/** The primary contact. A real account got one at sign-up; a practice account has none until it is put. */
export const getContactInformation = operation(GetContactInformationCommand, ({ AccountId }, { state }) => {
  requireOwnAccount(AccountId)
  const { contact } = state.account
  if (!contact) throw new AwsError('ResourceNotFoundException', 'No contact information found.')
  return { ContactInformation: contact }
})
