import type { Policy } from '@aws-sdk/client-iam'
import { AwsError } from '../errors.ts'
import type { State } from '../state.ts'
import { managedPolicies, type ManagedPolicy } from './managed-policies.ts'
import { requirePolicyDocument } from './policy-document.ts'

/** A managed policy's ARN: those of AWS belong to the account "aws". */
export const policyArn = ({ path, name }: ManagedPolicy): string => `arn:aws:iam::aws:policy${path}${name}`

const byArn: ReadonlyMap<string, ManagedPolicy> = new Map(
  managedPolicies.map(policy => [policyArn(policy), policy]),
)

/** The managed policy with this ARN, if there is one. The simulator has AWS's, and not all of them. */
export const managedPolicy = (arn: string): ManagedPolicy | undefined => {
  if (!/^arn:[^:]*:[^:]*:[^:]*:[^:]*:./.test(arn))
    throw new AwsError('ValidationError', 'Invalid ARN:  Could not be parsed!')
  return byArn.get(arn)
}

/** The managed policy with this ARN, for reading it. */
export const findPolicy = (arn: string): ManagedPolicy => {
  const policy = managedPolicy(arn)
  if (!policy) throw new AwsError('NoSuchEntity', `Policy ${arn} was not found.`)
  return policy
}

type Attached = { attached: string[] }

/** The ARNs of an entity's policies with one more. Attaching twice changes nothing. */
export const withAttached = ({ attached }: Readonly<Attached>, arn: string, quota: string): string[] => {
  if (!managedPolicy(arn))
    throw new AwsError('NoSuchEntity', `Policy ${arn} does not exist or is not attachable.`)
  if (attached.includes(arn)) return attached
  if (attached.length >= 10) throw new AwsError('LimitExceeded', `Cannot exceed quota for ${quota}: 10`)
  return [...attached, arn]
}

/** The ARNs of an entity's policies without one. */
export const withoutAttached = ({ attached }: Readonly<Attached>, arn: string): string[] => {
  managedPolicy(arn)
  if (!attached.includes(arn)) throw new AwsError('NoSuchEntity', `Policy ${arn} was not found.`)
  return attached.filter(other => other !== arn)
}

/** An entity's attached policies below a path, as lists show them. */
export const attachedPolicies = ({ attached }: Readonly<Attached>, pathPrefix = '/') =>
  attached
    .map(arn => byArn.get(arn)!)
    .filter(({ path }) => path.startsWith(pathPrefix))
    .map(policy => ({ PolicyName: policy.name, PolicyArn: policyArn(policy) }))

type Inline = { name: string; inline: Record<string, string> }
type Kind = 'user' | 'group'
const inlineQuota = { user: 2048, group: 5120 }

/** White space does not count: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const size = (document: string) => document.replace(/\s/g, '').length

/** An entity's inline policies with one put in; all of them together are held to the quota. */
export const withInline = (
  kind: Kind,
  { name, inline }: Readonly<Inline>,
  policyName: string,
  document: string,
): Record<string, string> => {
  requirePolicyDocument(document)
  const all = { ...inline, [policyName]: document }
  const total = Object.values(all).reduce((sum, each) => sum + size(each), 0)
  if (total > inlineQuota[kind])
    throw new AwsError(
      'LimitExceeded',
      `Maximum policy size of ${inlineQuota[kind]} bytes exceeded for ${kind} ${name}`,
    )
  return all
}

/** The document of an entity's inline policy. */
export const findInline = (kind: Kind, { inline }: Readonly<Inline>, policyName: string): string => {
  if (!Object.hasOwn(inline, policyName))
    throw new AwsError('NoSuchEntity', `The ${kind} policy with name ${policyName} cannot be found.`)
  return inline[policyName]!
}

/** An entity's inline policies without one. */
export const withoutInline = (kind: Kind, entity: Readonly<Inline>, policyName: string) => {
  findInline(kind, entity, policyName)
  const { [policyName]: _, ...rest } = entity.inline
  return rest
}

/** IAM percent-encodes the documents it returns (RFC 3986): `*` too, which `encodeURIComponent` leaves. */
export const encodeDocument = (document: string): string =>
  encodeURIComponent(document).replace(
    /[!'()*]/g,
    mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** How often each policy is attached, and how often it is a permissions boundary. One walk over the account. */
export const policyUses = (state: State) => {
  const attachments = new Map<string, number>()
  const boundaries = new Map<string, number>()
  const count = (uses: Map<string, number>, arn: string) => uses.set(arn, (uses.get(arn) ?? 0) + 1)
  for (const group of state.groups.values()) for (const arn of group.attached) count(attachments, arn)
  for (const user of state.users.values()) {
    for (const arn of user.attached) count(attachments, arn)
    if (user.permissionsBoundary) count(boundaries, user.permissionsBoundary)
  }
  return { attachments, boundaries }
}

/** A managed policy as `ListPolicies` shows one; only `GetPolicy` adds the description and tags. */
export const policyView = (policy: ManagedPolicy, uses: ReturnType<typeof policyUses>): Policy => ({
  PolicyName: policy.name,
  ...(policy.id && { PolicyId: policy.id }),
  Arn: policyArn(policy),
  Path: policy.path,
  DefaultVersionId: policy.version,
  AttachmentCount: uses.attachments.get(policyArn(policy)) ?? 0,
  PermissionsBoundaryUsageCount: uses.boundaries.get(policyArn(policy)) ?? 0,
  IsAttachable: true,
  CreateDate: new Date(policy.createdAt),
  UpdateDate: new Date(policy.updatedAt),
})
