import { AwsError } from '../errors.ts'
import type { Caller } from '../operation.ts'
import type { State } from '../state.ts'
import { evaluate, type Policies, type PolicyKind } from './evaluate.ts'
import { boundaryOf, policiesOf, type AppliedPolicy } from './policies-of.ts'
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
  const user = state.userById(caller.owner.userId)
  if (!user) throw new Error(`No user has the id ${caller.owner.userId}.`)
  const { accountId, arn } = caller
  const policies: Policies<AppliedPolicy> = {
    principal: { type: 'User', accountId, arn, id: user.id },
    identity: policiesOf(state, user),
    boundary: boundaryOf(user),
  }
  for (const resource of resourcesOf(action, input, caller, state)) {
    const context = requestContext(caller, action, input, resource, state, circumstances)
    const reason = refusal(policies, { action, resource: resource.arn, context })
    if (reason !== undefined)
      throw new AwsError(
        action.startsWith('account:') ? 'AccessDeniedException' : 'AccessDenied',
        `User: ${arn} is not authorized to perform: ${action} on resource: ${resource.words} ${reason}`,
      )
  }
}

/** What AWS calls each kind of policy when it says no, after "with an explicit deny in" and after "because no". */
const words: Record<PolicyKind, [explicit: string, implicit: string]> = {
  identity: ['an identity-based policy', 'identity-based policy'],
  boundary: ['a permissions boundary', 'permissions boundary'],
  session: ['a session policy', 'session policy'],
  resource: ['a resource-based policy', 'resource-based policy'],
}

/**
 * Why not, as AWS ends its sentence; undefined when it is allowed. AWS names one kind of policy alone.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
const refusal = (
  policies: Policies<AppliedPolicy>,
  request: Parameters<typeof evaluate>[1],
): string | undefined => {
  const { decision, kind, statements } = evaluate(policies, request)
  const [explicit, implicit] = words[kind]
  if (decision === 'explicitDeny')
    return `with an explicit deny in ${explicit}${arnOf(statements[0]!.policy)}`
  if (decision === 'implicitDeny') return `because no ${implicit} allows the ${request.action} action`
  return undefined
}

/** Since January 2026: https://aws.amazon.com/blogs/security/enhanced-access-denied-error-messages-with-policy-arns */
const arnOf = ({ arn }: AppliedPolicy): string => (arn === undefined ? '' : `: ${arn}`)
