import { AwsError } from '../errors.ts'
import type { Caller } from '../operation.ts'
import type { State } from '../state.ts'
import { evaluate, type Policies, type PolicyKind } from './evaluate.ts'
import { policiesOf, type AppliedPolicy } from './policies-of.ts'
import { principalOf } from './principal-of.ts'
import { requestContext, type Circumstances } from './request-context.ts'
import { resourcesOf } from './resources.ts'

/** "No permissions are required": botocore's sts/2011-06-15 model, GetCallerIdentity and GetSessionToken. */
const needsNoPermission: ReadonlySet<string> = new Set(['sts:GetCallerIdentity', 'sts:GetSessionToken'])

/** Throws `AccessDenied`, in AWS's words, unless the caller may do this. `action` is written `iam:CreateUser`. */
export const authorize = (
  caller: Caller,
  operation: string,
  input: object,
  state: State,
  circumstances: Circumstances,
): void => {
  if (caller.owner.type === 'root' || needsNoPermission.has(operation)) return
  const own = { principal: principalOf(state, caller), ...policiesOf(state, caller) }
  for (const about of resourcesOf(operation, input, caller, state)) {
    const { action = operation, arn, words, policies: resource } = about
    const context = requestContext(caller, action, input, about, state, circumstances)
    const reason = refusal(
      { ...own, ...(resource && { resource, resourceMustAllow: true }) },
      { action, resource: arn, context },
    )
    if (reason !== undefined)
      throw new AwsError(
        action.startsWith('account:') ? 'AccessDeniedException' : 'AccessDenied',
        `User: ${caller.arn} is not authorized to perform: ${action} on resource: ${words}${reason}`,
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
 * Why not, as AWS ends its sentence; undefined when it is allowed. AWS names one kind of policy alone, and none where a role is not to be had
 * (the sentence of AssumeRole ends with the role in every copy seen).
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
const refusal = (
  policies: Policies<AppliedPolicy>,
  request: Parameters<typeof evaluate>[1],
): string | undefined => {
  const { decision, kind, statements } = evaluate(policies, request)
  const [explicit, implicit] = words[kind]
  if (decision === 'explicitDeny')
    return ` with an explicit deny in ${explicit}${arnOf(statements[0]!.policy)}`
  if (decision === 'allowed') return undefined
  return policies.resourceMustAllow ? '' : ` because no ${implicit} allows the ${request.action} action`
}

/** Since January 2026: https://aws.amazon.com/blogs/security/enhanced-access-denied-error-messages-with-policy-arns */
const arnOf = ({ arn }: AppliedPolicy): string => (arn === undefined ? '' : `: ${arn}`)
