import { AwsError } from '../errors.ts'
import type { Caller } from '../operation.ts'
import type { State } from '../state.ts'
import { decide } from './decide.ts'
import { policiesOf, type AppliedPolicy, type PoliciesOf } from './policies-of.ts'
import { requestContext, type Circumstances } from './request-context.ts'
import { resourcesOf } from './resources.ts'

/** "No permissions are required": botocore's sts/2011-06-15 model, GetCallerIdentity and GetSessionToken. */
const needsNoPermission: ReadonlySet<string> = new Set(['sts:GetCallerIdentity', 'sts:GetSessionToken'])

/** Throws `AccessDenied`, in AWS's words, unless the caller may do this. `action` is written `iam:CreateUser`. */
export const authorize = (
  caller: Caller,
  action: string,
  input: object,
  state: State,
  circumstances: Circumstances,
): void => {
  if (caller.owner.type === 'root' || needsNoPermission.has(action)) return
  const policies = policiesOf(state, caller)
  for (const resource of resourcesOf(action, input, caller, state)) {
    const context = requestContext(caller, action, input, resource, state, circumstances)
    const reason = refusal(action, policies, { action, resource: resource.arn, context })
    if (reason !== undefined)
      throw new AwsError(
        action.startsWith('account:') ? 'AccessDeniedException' : 'AccessDenied',
        `User: ${caller.arn} is not authorized to perform: ${action} on resource: ${resource.words} ${reason}`,
      )
  }
}

/**
 * Why not, as AWS ends its sentence; undefined when it is allowed. AWS names one kind of policy alone.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
const refusal = (
  action: string,
  { identity, boundary, session }: PoliciesOf,
  request: Parameters<typeof decide>[1],
): string | undefined => {
  const byIdentity = decide(identity, request)
  if (byIdentity.decision === 'explicitDeny')
    return `with an explicit deny in an identity-based policy${arnOf(byIdentity.statements[0]!.policy)}`
  const byBoundary = boundary && decide(boundary, request)
  if (byBoundary?.decision === 'explicitDeny')
    return `with an explicit deny in a permissions boundary${arnOf(byBoundary.statements[0]!.policy)}`
  const bySession = session && decide(session, request)
  if (bySession?.decision === 'explicitDeny')
    return `with an explicit deny in a session policy${arnOf(bySession.statements[0]!.policy)}`
  if (byIdentity.decision === 'implicitDeny')
    return `because no identity-based policy allows the ${action} action`
  if (byBoundary?.decision === 'implicitDeny')
    return `because no permissions boundary allows the ${action} action`
  if (bySession?.decision === 'implicitDeny') return `because no session policy allows the ${action} action`
  return undefined
}

/** Since January 2026: https://aws.amazon.com/blogs/security/enhanced-access-denied-error-messages-with-policy-arns */
const arnOf = ({ arn }: AppliedPolicy): string => (arn === undefined ? '' : `: ${arn}`)
