import { ListAttachedUserPoliciesCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findUser } from './user.ts'
import { page } from './page.ts'
import { attachedPolicies } from './attached.ts'

/** The managed policies attached to a user itself. */
export const listAttachedUserPolicies = operation(ListAttachedUserPoliciesCommand, (input, { state }) => {
  const policies = attachedPolicies(state, findUser(state, input.UserName), input.PathPrefix)
  const [AttachedPolicies, paged] = page(
    policies,
    ({ PolicyName, PolicyArn }) => `${PolicyName} ${PolicyArn}`,
    input,
  )
  return { AttachedPolicies, ...paged }
})
