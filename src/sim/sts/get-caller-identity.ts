import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { operation } from '../operation.ts'

/** Who signed the request. Needs no permission and cannot be denied. */
export const getCallerIdentity = operation(GetCallerIdentityCommand, (_, { caller }) => ({
  UserId: caller.userId,
  Account: caller.accountId,
  Arn: caller.arn,
}))
