import { AwsError } from '../errors.ts'
import type { PolicyRow, State } from '../state.ts'
import { findPolicy, findVersion, ownPolicy, type Missing } from './managed-policy.ts'

/** The account's own policy with this ARN, for changing it. */
export const findOwnPolicy = (state: State, arn: string, missing: Missing): Readonly<PolicyRow> => {
  const own = ownPolicy(state, arn)
  if (own) return own
  findPolicy(state, arn, missing)
  throw outsideAccount()
}

/** What is said to whoever would change a policy of AWS's. The words are those of a clone whose other sentences are IAM's; AWS's own were looked for in issues and public code and not found. */
const outsideAccount = () => new AwsError('AccessDenied', 'Policy is outside your own account.')

/** The account's own policy with this ARN, for changing which versions it has. */
export const findOwnVersion = (state: State, arn: string, id: string): Readonly<PolicyRow> => {
  findVersion(state, arn, id)
  const own = ownPolicy(state, arn)
  if (!own) throw outsideAccount()
  return own
}

/** Stores a changed policy. */
export const putPolicy = (state: State, policy: PolicyRow): void =>
  state.policies.put(policy.name.toLowerCase(), policy)
