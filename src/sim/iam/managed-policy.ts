import type { Policy } from '@aws-sdk/client-iam'
import { AwsError } from '../errors.ts'
import type { PolicyRow, State, Tag } from '../state.ts'
import { awsPolicies, type AwsPolicy } from './aws-policies.ts'
import { encodeDocument, sizeOf } from './inline.ts'
import { requirePolicyDocument } from './policy-document.ts'

/** A managed policy: one of AWS's, whose document is an object and has one version here, or one of the account's own. */
export type ManagedPolicy = {
  arn: string
  name: string
  path: string
  id?: string
  description?: string
  createdAt: string
  updatedAt: string
  tags: readonly Tag[]
  versions: readonly PolicyVersion[]
  defaultVersion: string
}
export type PolicyVersion = { id: string; document: string | object; createdAt: string }

const ofAws = ({ version, updatedAt, document, ...policy }: AwsPolicy): ManagedPolicy => ({
  ...policy,
  arn: `arn:aws:iam::aws:policy${policy.path}${policy.name}`,
  updatedAt,
  tags: [],
  versions: [{ id: version, document, createdAt: updatedAt }],
  defaultVersion: version,
})

const aws: ReadonlyMap<string, ManagedPolicy> = new Map(
  awsPolicies.map(ofAws).map(policy => [policy.arn, policy]),
)

/** The policy of AWS's with this ARN, if the simulator has it. */
export const awsPolicy = (arn: string): ManagedPolicy | undefined => aws.get(arn)

/** The ARN of a policy of the account's own. */
export const policyArn = (state: State, { path, name }: Readonly<PolicyRow>): string =>
  `arn:aws:iam::${state.account.id}:policy${path}${name}`

const ofAccount = (state: State, row: Readonly<PolicyRow>): ManagedPolicy => ({
  ...row,
  arn: policyArn(state, row),
})

/** The managed policies: AWS's (the simulator does not have all of them), the account's own, or both. */
export const managedPolicies = function* (
  state: State,
  scope: 'All' | 'AWS' | 'Local' = 'All',
): Generator<ManagedPolicy> {
  if (scope !== 'Local') yield* aws.values()
  if (scope !== 'AWS') for (const row of state.policies.values()) yield ofAccount(state, row)
}

/** The row of the account's own policy with this ARN, if there is one. */
export const ownPolicy = (state: State, arn: string): Readonly<PolicyRow> | undefined => {
  const row = state.policies.get(arn.slice(arn.lastIndexOf('/') + 1).toLowerCase())
  return row && policyArn(state, row) === arn ? row : undefined
}

/**
 * Refuses what is no ARN of a managed policy. The first sentence is recorded; the others are those of
 * https://github.com/pulumi/pulumi-aws-apigateway/issues/347 and https://github.com/aws-samples/aws-cdk-examples/issues/287.
 */
const requirePolicyArn = (arn: string): void => {
  if (!/^arn:[^:]*:[^:]*:[^:]*:[^:]*:./.test(arn))
    throw new AwsError('ValidationError', 'Invalid ARN:  Could not be parsed!')
  if (!arn.startsWith('arn:aws:')) throw new AwsError('ValidationError', 'Invalid ARN partition')
  if (!/^arn:aws:iam::(?:aws|\d{12}):policy(?:\/[\w.,+@=-]+)+$/.test(arn))
    throw new AwsError('InvalidInput', `ARN ${arn} is not valid.`)
}

/** The managed policy with this ARN, if there is one. */
export const managedPolicy = (state: State, arn: string): ManagedPolicy | undefined => {
  requirePolicyArn(arn)
  const own = ownPolicy(state, arn)
  return own ? ofAccount(state, own) : awsPolicy(arn)
}

/** What IAM says of a policy that is not there: which words, depends on the operation. Both are recorded. */
export type Missing = 'was not found' | 'does not exist or is not attachable'

/** The managed policy with this ARN, or `NoSuchEntity`. */
export const findPolicy = (state: State, arn: string, missing: Missing): ManagedPolicy => {
  const policy = managedPolicy(state, arn)
  if (!policy) throw new AwsError('NoSuchEntity', `Policy ${arn} ${missing}.`)
  return policy
}

/** Holds a managed policy's document to IAM's grammar, which here has one version alone (recorded), and to its quota. */
export const requireManagedDocument = (document: string): void => {
  requirePolicyDocument(document)
  if (JSON.parse(document).Version !== '2012-10-17')
    throw new AwsError('MalformedPolicyDocument', 'Policy document must be version 2012-10-17 or greater.')
  if (sizeOf(document) > 6144) throw new AwsError('LimitExceeded', 'Cannot exceed quota for PolicySize: 6144')
}

/** What a policy says now. */
export const defaultDocument = ({
  versions,
  defaultVersion,
}: Pick<ManagedPolicy, 'versions' | 'defaultVersion'>): string | object =>
  versions.find(({ id }) => id === defaultVersion)!.document

/** How often each policy is attached, and how often it is a permissions boundary. One walk over the account. */
export const policyUses = (state: State) => {
  const attachments = new Map<string, number>()
  const boundaries = new Map<string, number>()
  const count = (uses: Map<string, number>, arn: string) => uses.set(arn, (uses.get(arn) ?? 0) + 1)
  for (const group of state.groups.values()) for (const arn of group.attached) count(attachments, arn)
  for (const table of [state.users, state.roles])
    for (const { attached, permissionsBoundary } of table.values()) {
      for (const arn of attached) count(attachments, arn)
      if (permissionsBoundary) count(boundaries, permissionsBoundary)
    }
  return { attachments, boundaries }
}

/** A managed policy as `ListPolicies` shows one; only `GetPolicy` adds the description and tags. */
export const policyView = (policy: ManagedPolicy, uses: ReturnType<typeof policyUses>): Policy => ({
  PolicyName: policy.name,
  ...(policy.id && { PolicyId: policy.id }),
  Arn: policy.arn,
  Path: policy.path,
  DefaultVersionId: policy.defaultVersion,
  AttachmentCount: uses.attachments.get(policy.arn) ?? 0,
  PermissionsBoundaryUsageCount: uses.boundaries.get(policy.arn) ?? 0,
  IsAttachable: true,
  CreateDate: new Date(policy.createdAt),
  UpdateDate: new Date(policy.updatedAt),
})

/** A version of a policy, or `NoSuchEntity`, in the words that are recorded for a policy without it and for no policy at all. */
export const findVersion = (
  state: State,
  arn: string,
  id: string,
): [policy: ManagedPolicy, version: PolicyVersion] => {
  const policy = managedPolicy(state, arn)
  const version = policy?.versions.find(version => version.id === id)
  if (!policy || !version)
    throw new AwsError('NoSuchEntity', `Policy ${arn} version ${id} does not exist or is not attachable.`)
  return [policy, version]
}

/** A document as it was sent, or as AWS writes its own: with two spaces, as positions in the policy simulator's answers show. */
export const documentText = (document: string | object): string =>
  typeof document === 'string' ? document : JSON.stringify(document, null, 2)

/** A version with its document, as IAM percent-encodes it. */
export const versionView = (policy: ManagedPolicy, { id, document, createdAt }: PolicyVersion) => ({
  Document: encodeDocument(documentText(document)),
  VersionId: id,
  IsDefaultVersion: id === policy.defaultVersion,
  CreateDate: new Date(createdAt),
})
