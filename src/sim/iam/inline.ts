import { AwsError } from '../errors.ts'
import { requirePolicyDocument } from './policy-document.ts'

type Inline = { name: string; inline: Record<string, string> }
type Kind = 'user' | 'group' | 'role'
const inlineQuota = { user: 2048, group: 5120, role: 10240 }

/** A document's size as quotas count it, without white space: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const sizeOf = (document: string) => document.replace(/\s/g, '').length

/** An entity's inline policies with one put in; all of them together are held to the quota. */
export const withInline = (
  kind: Kind,
  { name, inline }: Readonly<Inline>,
  policyName: string,
  document: string,
): Record<string, string> => {
  requirePolicyDocument(document)
  const all = { ...inline, [policyName]: document }
  const total = Object.values(all).reduce((sum, each) => sum + sizeOf(each), 0)
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
