import { AttachGroupPolicyCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findGroup, putGroup } from './group.ts'
import { withAttached } from './attached.ts'

/** Attaches a managed policy to a group. */
export const attachGroupPolicy = operation(
  AttachGroupPolicyCommand,
  ({ GroupName, PolicyArn }, { state }) => {
    const group = findGroup(state, GroupName)
    putGroup(state, { ...group, attached: withAttached(state, group, PolicyArn, 'PoliciesPerGroup') })
  },
)
