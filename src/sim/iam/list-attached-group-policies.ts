import { ListAttachedGroupPoliciesCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findGroup } from './group.ts'
import { page } from './page.ts'
import { attachedPolicies } from './attached.ts'

/** The managed policies attached to a group itself. */
export const listAttachedGroupPolicies = operation(ListAttachedGroupPoliciesCommand, (input, { state }) => {
  const policies = attachedPolicies(state, findGroup(state, input.GroupName), input.PathPrefix)
  const [AttachedPolicies, paged] = page(
    policies,
    ({ PolicyName, PolicyArn }) => `${PolicyName} ${PolicyArn}`,
    input,
  )
  return { AttachedPolicies, ...paged }
})
