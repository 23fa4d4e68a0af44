import { AwsError } from '../errors.ts'
import type { PasswordPolicyRow, State } from '../state.ts'

/** The policy that is set, or AWS's `NoSuchEntity` (the same words for Get and Delete; those of Delete are not recorded). */
export const findPasswordPolicy = ({ account }: State): Readonly<PasswordPolicyRow> => {
  if (!account.passwordPolicy)
    throw new AwsError('NoSuchEntity', `The Password Policy with domain name ${account.id} cannot be found.`)
  return account.passwordPolicy
}
