import { GetAccessKeyInfoCommand } from '@aws-sdk/client-sts'
import { AwsError } from '../errors.ts'
import { operation } from '../operation.ts'

/**
 * The account a key belongs to, for its own keys. Of other accounts' keys the simulator knows nothing;
 * AWS's words for a key that never was were looked for in public code and issues and not found.
 */
export const getAccessKeyInfo = operation(GetAccessKeyInfoCommand, ({ AccessKeyId }, { state }) => {
  if (!state.accessKeys.has(AccessKeyId) && !state.sessions.has(AccessKeyId))
    throw new AwsError('ValidationError', 'Invalid AccessKeyId')
  return { Account: state.account.id }
})
