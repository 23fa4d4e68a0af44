import { AwsError } from '../errors.ts'
import type { PolicyRow, State } from '../state.ts'
import { findPolicy, ownPolicy } from './managed-policy.ts'

/** The account's own policy with this ARN, for changing it. AWS's words about one of its own were looked for in public code and not found. */
export const findOwnPolicy = (state: State, arn: string): Readonly<PolicyRow> => {
  const own = ownPolicy(state, arn)
  if (own) return own
  findPolicy(state, arn)
  throw new AwsError('AccessDenied', `Policy ${arn} is kept by AWS and cannot be changed.`)
}

/** Stores a changed policy. */
export const putPolicy = (state: State, policy: PolicyRow): void =>
  state.policies.put(policy.name.toLowerCase(), policy)
