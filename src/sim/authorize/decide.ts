import { statementsOf, type Request, type Statement } from './policy.ts'
import type { Asking, Naming } from './principal.ts'

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
  policies: Policy[],
  request: Request,
  asking?: Asking,
): Decision<Policy> => {
  const applying = (effect: Statement['effect']) =>
    policies.flatMap(policy =>
      statementsOf(policy.document).flatMap((statement, index): Deciding<Policy>[] => {
        if (statement.effect !== effect || !statement.applies(request)) return []
        const deciding = { policy, index, sid: statement.sid }
        if (asking === undefined) return [deciding]
        const naming = statement.names(asking)
        return naming === undefined ? [] : [{ ...deciding, naming }]
      }),
    )
  const denying = applying('Deny')
  if (denying.length > 0) return { decision: 'explicitDeny', statements: denying }
  const allowing = applying('Allow')
  return { decision: allowing.length > 0 ? 'allowed' : 'implicitDeny', statements: allowing }
}
