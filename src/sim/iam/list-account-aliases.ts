import { ListAccountAliasesCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'

/** The account's alias: none or one. */
export const listAccountAliases = operation(ListAccountAliasesCommand, (_, { state: { account } }) => ({
  AccountAliases: account.alias === undefined ? [] : [account.alias],
  IsTruncated: false,
}))
