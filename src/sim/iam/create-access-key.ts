import { CreateAccessKeyCommand } from '@aws-sdk/client-iam'
import { AwsError } from '../errors.ts'
import { operation } from '../operation.ts'
import type { AccessKeyRow } from '../state.ts'
import { keyOwner, keysOf, ownerName, setKeyIds } from './access-key.ts'
import { newAccessKeyId, newSecretAccessKey, stamp } from './ids.ts'

/** Makes an access key for the named user or the caller, root too. The secret is shown this once. */
export const createAccessKey = operation(CreateAccessKeyCommand, ({ UserName }, { state, caller, now }) => {
  const owner = keyOwner(state, caller, UserName)
  if (keysOf(state, owner).length >= 2)
    throw new AwsError('LimitExceeded', 'Cannot exceed quota for AccessKeysPerUser: 2')
  const key: AccessKeyRow = {
    id: newAccessKeyId(),
    secret: newSecretAccessKey(),
    owner,
    status: 'Active',
    createdAt: stamp(now),
  }
  state.accessKeys.put(key.id, key)
  setKeyIds(state, owner, ids => [...ids, key.id])
  return {
    AccessKey: {
      UserName: undefined,
      ...ownerName(state, owner),
      AccessKeyId: key.id,
      Status: key.status,
      SecretAccessKey: key.secret,
      CreateDate: new Date(key.createdAt),
    },
  }
})
