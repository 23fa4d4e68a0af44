import { ListAccessKeysCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { keyOwner, keysOf, ownerName } from './access-key.ts'
import { page } from './page.ts'

/** The access keys of the named user or the caller: ids, never secrets. */
export const listAccessKeys = operation(ListAccessKeysCommand, (input, { state, caller }) => {
  const owner = keyOwner(state, caller, input.UserName)
  const keys = keysOf(state, owner).map(({ id, status, createdAt }) => ({
    ...ownerName(state, owner),
    AccessKeyId: id,
    Status: status,
    CreateDate: new Date(createdAt),
  }))
  const [AccessKeyMetadata, paged] = page(keys, key => key.AccessKeyId, input)
  return { AccessKeyMetadata, ...paged }
})
