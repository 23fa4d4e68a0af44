import { DeleteAccountAliasCommand } from '@aws-sdk/client-iam'
import { AwsError } from '../errors.ts'
import { operation } from '../operation.ts'

/** Takes the account's name away. It must be named; AWS's words for another one were looked for in issues and public code and not found. */
export const deleteAccountAlias = operation(DeleteAccountAliasCommand, ({ AccountAlias }, { state }) => {
  if (state.account.alias !== AccountAlias)
    throw new AwsError('NoSuchEntity', `The account alias ${AccountAlias} cannot be found.`)
  state.setAccount({ alias: undefined })
})
