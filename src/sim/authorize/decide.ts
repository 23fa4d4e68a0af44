import { serviceOf } from './actions.ts'
import { policyOf } from './policy.ts'
import type { Asking, Naming } from './principal.ts'
import type { Request } from './statement.ts'

/** A statement that made a decision: which of its policy's, and how a resource's policy names who asks. */
export type Deciding<Policy> = {
  policy: Policy
  index: number
  sid: string | undefined
  naming?: Naming
}

/** IAM's answer, and the statements that made it: the denying ones, else the allowing ones, else none. */
export type Decision<Policy> = {
  decision: 'allowed' | 'explicitDeny' | 'implicitDeny'
  statements: Deciding<Policy>[]
}

/**
 * What a set of policies of one kind says to a request: an explicit deny, then an allow, else an implicit deny. `asking` is for the policies of a resource.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export const decide = <Policy extends { document: string | object }>(
  policies: readonly Policy[],
  request: Request,
  asking?: Asking,
): Decision<Policy> => {
  const action = request.action.toLowerCase()
  const service = serviceOf(action) ?? ''
  const applying: Record<'Allow' | 'Deny', Deciding<Policy>[]> = { Allow: [], Deny: [] }
  for (const policy of policies)
    for (const { applies, names, effect, index, sid } of policyOf(policy.document).statementsOn(service)) {
      const naming = asking && names(asking)
      if ((asking && !naming) || !applies(request, action, service)) continue
      applying[effect].push({ policy, index, sid, ...(naming && { naming }) })
    }
  const { Allow, Deny } = applying
  if (Deny.length > 0) return { decision: 'explicitDeny', statements: Deny }
  return { decision: Allow.length > 0 ? 'allowed' : 'implicitDeny', statements: Allow }
}
