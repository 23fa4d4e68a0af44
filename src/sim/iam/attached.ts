import { AwsError } from '../errors.ts'
import type { State } from '../state.ts'
import { managedPolicy } from './managed-policy.ts'

type Attached = { attached: string[] }

/** The ARNs of an entity's policies with one more. Attaching twice changes nothing. */
export const withAttached = (
  state: State,
  { attached }: Readonly<Attached>,
  arn: string,
  quota: string,
): string[] => {
  if (!managedPolicy(state, arn))
    throw new AwsError('NoSuchEntity', `Policy ${arn} does not exist or is not attachable.`)
  if (attached.includes(arn)) return attached
  if (attached.length >= 10) throw new AwsError('LimitExceeded', `Cannot exceed quota for ${quota}: 10`)
  return [...attached, arn]
}

/** The ARNs of an entity's policies without one. */
export const withoutAttached = (state: State, { attached }: Readonly<Attached>, arn: string): string[] => {
  managedPolicy(state, arn)
  if (!attached.includes(arn)) throw new AwsError('NoSuchEntity', `Policy ${arn} was not found.`)
  return attached.filter(other => other !== arn)
}

/** An entity's attached policies below a path, as lists show them. */
export const attachedPolicies = (state: State, { attached }: Readonly<Attached>, pathPrefix = '/') =>
  attached
    .map(arn => managedPolicy(state, arn)!)
    .filter(({ path }) => path.startsWith(pathPrefix))
    .map(policy => ({ PolicyName: policy.name, PolicyArn: policy.arn }))
