import { DetachGroupPolicyCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findGroup, putGroup } from './group.ts'
import { withoutAttached } from './attached.ts'

/** Detaches a managed policy from a group. */
export const detachGroupPolicy = operation(
  DetachGroupPolicyCommand,
  ({ GroupName, PolicyArn }, { state }) => {
    const group = findGroup(state, GroupName)
    putGroup(state, { ...group, attached: withoutAttached(state, group, PolicyArn) })
  },
)
