import { UpdateAccessKeyCommand } from '@aws-sdk/client-iam'
import { AwsError } from '../errors.ts'
import { operation } from '../operation.ts'
import { findKey, keyOwner } from './access-key.ts'

/** Switches an access key off or on. */
export const updateAccessKey = operation(
  UpdateAccessKeyCommand,
  ({ UserName, AccessKeyId, Status }, { state, caller }) => {
    const key = findKey(state, keyOwner(state, caller, UserName), AccessKeyId)
    // The model knows `Expired` too, which AWS sets itself. What AWS says to a caller who tries is not known.
    if (Status !== 'Active' && Status !== 'Inactive')
      throw new AwsError(
        'ValidationError',
        "1 validation error detected: Value at 'status' failed to satisfy constraint: Member must satisfy enum value set: [Active, Inactive]",
      )
    state.accessKeys.put(key.id, { ...key, status: Status })
  },
)
