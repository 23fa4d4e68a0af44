import { decide, type Decision } from './decide.ts'
import type { Naming, Principal } from './principal.ts'
import type { Request } from './statement.ts'

/** The kinds of policies within one account, in the order in which IAM looks for an explicit deny. */
const kinds = ['resource', 'identity', 'boundary', 'session'] as const
export type PolicyKind = (typeof kinds)[number]

/** The policies that count for a request, by kind. Without a boundary or session policies those lists are absent: an empty one allows nothing. */
export type Policies<Policy> = {
  principal: Principal
  identity: Policy[]
  boundary?: Policy[] | undefined
  /** A federated user's are what is allowed at most: without them there is nothing. */
  session?: Policy[] | undefined
  /** Those of the resource that is asked for: a role's trust policy. */
  resource?: Policy[]
  /** A role's trust policy and a key policy "must explicitly allow access for principals". */
  resourceMustAllow?: boolean
}

export type Evaluation<Policy> = Decision<Policy> & {
  /** The kind of policy that decided; `statements` are its own. */
  kind: PolicyKind
  /** What each kind says by itself; undefined where there is none of it. */
  each: { [Kind in PolicyKind]: Decision<Policy> | undefined }
}

/**
 * IAM's decision within one account. An explicit deny anywhere; then what a resource's policy gives to who asks, whatever else is silent;
 * then an allow of an identity policy, or of a resource's policy to the role or user behind a session, as far as boundary and session go.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export const evaluate = <Policy extends { document: string | object }>(
  { principal, identity, boundary, session, resource = [], resourceMustAllow }: Policies<Policy>,
  request: Request,
): Evaluation<Policy> => {
  const each: Evaluation<Policy>['each'] = {
    identity: isRoot(principal) ? { decision: 'allowed', statements: [] } : decide(identity, request),
    boundary: boundary && decide(boundary, request),
    session: session || principal.type === 'FederatedUser' ? decide(session ?? [], request) : undefined,
    resource:
      resource.length > 0 || resourceMustAllow
        ? decide(resource, request, { principal, bounded: boundary !== undefined })
        : undefined,
  }
  const by = (kind: PolicyKind): Evaluation<Policy> => ({ ...each[kind]!, kind, each })

  const denying = kinds.find(kind => each[kind]?.decision === 'explicitDeny')
  if (denying) return by(denying)
  const given = most(each.resource)
  if (given === 'principal' || (resourceMustAllow && given === undefined)) return by('resource')
  const allowing: PolicyKind = given === 'entity' ? 'resource' : 'identity'
  const limiting = [allowing, 'boundary', 'session'] as const
  return by(limiting.find(kind => each[kind]?.decision === 'implicitDeny') ?? allowing)
}

/** "By default, all requests are implicitly denied with the exception of the AWS account root user, which has full access." So has what root federates. */
const isRoot = (principal: Principal): boolean =>
  principal.type === 'Account' || (principal.type === 'FederatedUser' && principal.of.endsWith(':root'))

/** The most that a resource's policy gives. */
const most = (decision: Decision<unknown> | undefined): Naming | undefined => {
  if (decision?.decision !== 'allowed') return undefined
  const named = decision.statements.map(({ naming }) => naming)
  return (['principal', 'entity', 'account'] as const).find(naming => named.includes(naming))
}
