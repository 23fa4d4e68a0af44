/**
 * Who asks, as a policy's `Principal` may name them. `of` is the ARN of the role or user behind a session, `id` that entity's unique id:
 * IAM keeps it in a trust policy in the place of the ARN. A session of GetSessionToken is its user.
 */
export type Principal =
  | { type: 'Account'; accountId: string }
  | { type: 'User'; accountId: string; arn: string; id?: string }
  | { type: 'AssumedRole' | 'FederatedUser'; accountId: string; arn: string; of: string; id?: string }
  | { type: 'Service' | 'Federated'; name: string }
  | { type: 'Anonymous' }

/** Who asks a resource, and whether a permissions boundary is set for them. */
export type Asking = { principal: Principal; bounded: boolean }

/** What of a principal a policy names: who asks, the role or user behind the session, or no more than the account. */
export type Naming = 'principal' | 'entity' | 'account'

/** A policy's `Principal` or `NotPrincipal`. */
export type PrincipalDocument = '*' | Partial<Record<Kind, string | string[]>>
const kinds = ['AWS', 'CanonicalUser', 'Federated', 'Service'] as const
type Kind = (typeof kinds)[number]

/** An element taken apart once: every name with its kind before it. */
export type Names = ReadonlySet<string>

export const namesIn = (document: PrincipalDocument): Names =>
  new Set(
    document === '*'
      ? ['*']
      : kinds.flatMap(kind => [document[kind] ?? []].flat().map(name => `${kind} ${name}`)),
  )

/** The names of a principal from its own to its account's. "You cannot use a wildcard to match part of a principal name or ARN." */
const namesOf = (principal: Principal): [naming: Naming, names: string[]][] => {
  switch (principal.type) {
    case 'Anonymous':
      return [['principal', []]]
    case 'Service':
    case 'Federated':
      return [['principal', [`${principal.type} ${principal.name}`]]]
    case 'Account':
      return [['principal', accountNames(principal.accountId)]]
    case 'User':
      return [
        ['principal', entityNames(principal.arn, principal.id)],
        ['account', accountNames(principal.accountId)],
      ]
    default:
      return [
        ['principal', entityNames(principal.arn)],
        ['entity', entityNames(principal.of, principal.id)],
        ['account', accountNames(principal.accountId)],
      ]
  }
}

/** "The account ARN and the shortened account ID behave the same way." */
const accountNames = (id: string) => [`AWS arn:aws:iam::${id}:root`, `AWS ${id}`]

const entityNames = (arn: string, id?: string) =>
  id === undefined ? [`AWS ${arn}`] : [`AWS ${arn}`, `AWS ${id}`]

/** `"*"` is everybody, `{"AWS": "*"}` everybody but services and those whom a provider vouches for. */
const namesEverybody = (names: Names, { type }: Principal): boolean =>
  names.has('*') || (names.has('AWS *') && type !== 'Service' && type !== 'Federated')

/**
 * How `Principal` names somebody, by the most that it says of them; undefined when it does not.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export const naming = (names: Names, principal: Principal): Naming | undefined =>
  namesEverybody(names, principal)
    ? 'principal'
    : namesOf(principal).find(([, own]) => own.some(name => names.has(name)))?.[0]

/**
 * Whether `NotPrincipal` leaves somebody out. Who asks, the role behind the session and the account must all be listed:
 * "AWS might validate the account first, then the role, and then the assumed-role user."
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
export const leavesOut = (names: Names, principal: Principal): boolean =>
  namesEverybody(names, principal) || namesOf(principal).every(([, own]) => own.some(name => names.has(name)))
