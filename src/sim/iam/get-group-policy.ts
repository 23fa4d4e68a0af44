import { GetGroupPolicyCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findGroup } from './group.ts'
import { encodeDocument, findInline } from './inline.ts'

/** An inline policy of a group, as it was sent, URL-encoded. */
export const getGroupPolicy = operation(GetGroupPolicyCommand, ({ GroupName, PolicyName }, { state }) => {
  const group = findGroup(state, GroupName)
  return {
    GroupName: group.name,
    PolicyName,
    PolicyDocument: encodeDocument(findInline('group', group, PolicyName)),
  }
})
