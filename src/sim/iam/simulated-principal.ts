import { carriedBy, ofRole, ofUser, type AppliedPolicy, type PoliciesOf } from '../authorize/policies-of.ts'
import type { Principal } from '../authorize/principal.ts'
import { AwsError } from '../errors.ts'
import type { State, Tag } from '../state.ts'
import { findGroup } from './group.ts'
import { findRole, roleArn } from './role.ts'
import type { SimulatedPolicy, Simulation } from './simulate.ts'
import { findUser, userArn } from './user.ts'

/** A user, a group or a role as a simulation takes it: their policies, and what a request of theirs says of them. */
export type SimulatedPrincipal = {
  policies: Omit<PoliciesOf, 'session'>
  principal: Principal
  context: Simulation['context']
}

/** The entity with this ARN; `InvalidInput` for an ARN of something else, in the words that clients show in public issues. */
export const simulatedPrincipal = (state: State, arn: string, now: Date): SimulatedPrincipal => {
  const [, kind, name] = /^arn:aws:iam::\d{12}:(user|group|role)\/(?:.*\/)?([^/]+)$/.exec(arn) ?? []
  if (kind === undefined || name === undefined)
    throw new AwsError(
      'InvalidInput',
      `Invalid Entity Arn: ${arn} does not clearly define entity type and name.`,
    )
  const { id: accountId } = state.account
  const requested = {
    'aws:CurrentTime': now.toISOString(),
    'aws:EpochTime': String(Math.floor(now.getTime() / 1000)),
    'aws:SecureTransport': 'true',
    'aws:RequestedRegion': 'us-east-1',
    'aws:PrincipalAccount': accountId,
    'aws:PrincipalIsAWSService': 'false',
    'aws:ViaAWSService': 'false',
    'aws:ResourceAccount': accountId,
  }
  if (kind === 'user') {
    const user = findUser(state, name)
    const own = userArn(state, user)
    return {
      policies: ofUser(state, user),
      principal: { type: 'User', accountId, arn: own, id: user.id },
      context: {
        ...requested,
        ...tags(user.tags),
        'aws:PrincipalArn': own,
        'aws:PrincipalType': 'User',
        'aws:userid': user.id,
        'aws:username': user.name,
      },
    }
  }
  if (kind === 'role') {
    const role = findRole(state, name)
    const own = roleArn(state, role)
    return {
      policies: ofRole(state, role),
      // A session of the role, which no policy names.
      principal: {
        type: 'AssumedRole',
        accountId,
        arn: `arn:aws:sts::${accountId}:assumed-role/${role.name}/`,
        of: own,
        id: role.id,
      },
      context: {
        ...requested,
        ...tags(role.tags),
        'aws:PrincipalArn': own,
        'aws:PrincipalType': 'AssumedRole',
      },
    }
  }
  const group = findGroup(state, name)
  return {
    policies: { identity: carriedBy(state, group, `group ${group.name}`) },
    principal: { type: 'Anonymous' },
    context: requested,
  }
}

const tags = (tags: readonly Tag[]) =>
  Object.fromEntries(tags.map(({ Key, Value }) => [`aws:PrincipalTag/${Key}`, Value]))

/** A policy of the account as the result calls it: a managed one by its name, an inline one by its entity too (`user_ada_NAME`, as Terraform's tests show). */
export const policyOfAccount = ({ name, document, from, arn }: AppliedPolicy): SimulatedPolicy => ({
  id: arn === undefined ? `${from.replace(' ', '_')}_${name}` : name,
  document,
  type: 'IAM Policy',
})
