import { GetAccessKeyLastUsedCommand } from '@aws-sdk/client-iam'
import { AwsError } from '../errors.ts'
import { operation } from '../operation.ts'
import { ownerName } from './access-key.ts'

/** When a key was last used, and where. `N/A` for one that never was, as the documentation says. */
export const getAccessKeyLastUsed = operation(
  GetAccessKeyLastUsedCommand,
  ({ AccessKeyId }, { state, caller }) => {
    const key = state.accessKeys.get(AccessKeyId)
    // The model declares no NoSuchEntity here: a key that is not the account's own is denied, without a colon (recorded).
    if (!key)
      throw new AwsError(
        'AccessDenied',
        `User: ${caller.arn} is not authorized to perform iam:GetAccessKeyLastUsed on resource: access key ${AccessKeyId}`,
      )
    const { at, region = 'N/A', service = 'N/A' } = key.lastUsed ?? {}
    return {
      ...ownerName(state, key.owner),
      AccessKeyLastUsed: {
        ...(at !== undefined && { LastUsedDate: new Date(at) }),
        ServiceName: service,
        Region: region,
      },
    }
  },
)
