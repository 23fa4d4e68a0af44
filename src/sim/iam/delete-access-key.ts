import { DeleteAccessKeyCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findKey, keyOwner, setKeyIds } from './access-key.ts'

/** Deletes an access key of the named user or the caller. */
export const deleteAccessKey = operation(
  DeleteAccessKeyCommand,
  ({ UserName, AccessKeyId }, { state, caller }) => {
    const owner = keyOwner(state, caller, UserName)
    const { id } = findKey(state, owner, AccessKeyId)
    state.accessKeys.delete(id)
    setKeyIds(state, owner, ids => ids.filter(other => other !== id))
  },
)
