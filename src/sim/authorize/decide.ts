import { statementsOf, type Request, type Statement } from './policy.ts'

/** IAM's answer, and the statements that made it: the denying ones, else the allowing ones, else none. */
export type Decision<Policy> = {
  decision: 'allowed' | 'explicitDeny' | 'implicitDeny'
  statements: { policy: Policy; index: number; sid: string | undefined }[]
}

/**
 * What a set of identity policies says to a request: an explicit deny, then an allow, else an implicit deny.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export const decide = <Policy extends { document: string | object }>(
  policies: Policy[],
  request: Request,
): Decision<Policy> => {
  const applying = (effect: Statement['effect']) =>
    policies.flatMap(policy =>
      statementsOf(policy.document).flatMap((statement, index) =>
        statement.effect === effect && statement.applies(request)
          ? [{ policy, index, sid: statement.sid }]
          : [],
      ),
    )
  const denying = applying('Deny')
  if (denying.length > 0) return { decision: 'explicitDeny', statements: denying }
  const allowing = applying('Allow')
  return { decision: allowing.length > 0 ? 'allowed' : 'implicitDeny', statements: allowing }
}
