import { CreateAccountAliasCommand } from '@aws-sdk/client-iam'
import { AwsError } from '../errors.ts'
import { operation } from '../operation.ts'

/** Aliases that other accounts have: an alias is unique in all of AWS. */
const taken = new Set([
  'admin',
  'amazon',
  'aws',
  'company',
  'demo',
  'dev',
  'example',
  'iam',
  'lab',
  'prod',
  'root',
  'test',
])

/** Names the account. A free alias replaces the present one without asking; the present one is taken too (checked against AWS by others). */
export const createAccountAlias = operation(CreateAccountAliasCommand, ({ AccountAlias }, { state }) => {
  if (taken.has(AccountAlias) || state.account.alias === AccountAlias)
    throw new AwsError('EntityAlreadyExists', `The account alias ${AccountAlias} already exists.`)
  state.setAccount({ alias: AccountAlias })
})
