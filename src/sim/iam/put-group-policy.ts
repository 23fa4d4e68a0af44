import { PutGroupPolicyCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findGroup, putGroup } from './group.ts'
import { withInline } from './inline.ts'

/** Writes an inline policy into a group, over one of the same name. */
export const putGroupPolicy = operation(
  PutGroupPolicyCommand,
  ({ GroupName, PolicyName, PolicyDocument }, { state }) => {
    const group = findGroup(state, GroupName)
    putGroup(state, { ...group, inline: withInline('group', group, PolicyName, PolicyDocument) })
  },
)
