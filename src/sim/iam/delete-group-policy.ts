import { DeleteGroupPolicyCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findGroup, putGroup } from './group.ts'
import { withoutInline } from './inline.ts'

/** Deletes an inline policy of a group. */
export const deleteGroupPolicy = operation(
  DeleteGroupPolicyCommand,
  ({ GroupName, PolicyName }, { state }) => {
    const group = findGroup(state, GroupName)
    putGroup(state, { ...group, inline: withoutInline('group', group, PolicyName) })
  },
)
