import { AwsError } from '../errors.ts'
import type { State } from '../state.ts'

const types = new Set(['BILLING', 'OPERATIONS', 'SECURITY'])

/** AWS answers an unknown type with a denial (recorded). Its sentence was looked for in public recordings and not found. */
export const requireType = (type: string): void => {
  if (!types.has(type))
    throw new AwsError('AccessDeniedException', 'You are not authorized to perform this action.')
}

/** The contact of this type, or AWS's `ResourceNotFoundException` (recorded, for Get and Delete). */
export const findContact = ({ account }: State, type: string): Record<string, string> => {
  requireType(type)
  const contact = account.alternateContacts[type]
  if (!contact)
    throw new AwsError(
      'ResourceNotFoundException',
      'No contact of the inputted alternate contact type found.',
    )
  return contact
}

/** Only an organization's management account may name another account (API_GetAlternateContact, AccountId). */
export const requireOwnAccount = (accountId: string | undefined): void => {
  if (accountId !== undefined)
    throw new AwsError('AccessDeniedException', 'You are not authorized to perform this action.')
}
