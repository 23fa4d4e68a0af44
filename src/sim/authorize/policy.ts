import { condition, type Condition } from './condition.ts'
import { compile, matches, type Pattern, type RequestContext } from './pattern.ts'
import { leavesOut, namesIn, naming, type Asking, type Naming, type PrincipalDocument } from './principal.ts'

/** A statement of a policy, ready to be asked. */
export type Statement = {
  sid: string | undefined
  effect: 'Allow' | 'Deny'
  applies: (request: Request) => boolean
  /** How a statement of a resource's policy names who asks; undefined when it is not about them. */
  names: (asking: Asking) => Naming | undefined
}

/** One action on one resource, and what is known about the request. `resource` is an ARN, or `*` for the whole account. */
export type Request = { action: string; resource: string; context: RequestContext }

type Text = string | number | boolean
type OneOrMore<Item> = Item | Item[]
type StatementDocument = {
  Sid?: string
  Effect: 'Allow' | 'Deny'
  Action?: OneOrMore<string>
  NotAction?: OneOrMore<string>
  Resource?: OneOrMore<string>
  NotResource?: OneOrMore<string>
  Principal?: PrincipalDocument
  NotPrincipal?: PrincipalDocument
  Condition?: Record<string, Record<string, OneOrMore<Text>>>
}
type PolicyDocument = { Version?: string; Statement: OneOrMore<StatementDocument> }

const list = <Item>(value: OneOrMore<Item> | undefined): Item[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

/**
 * A document is parsed when it is first asked for and remembered by what it is, so that remembering cannot be seen.
 * Texts are inline policies and the oldest are forgotten; objects are AWS's own policies.
 */
const texts = new Map<string, Statement[]>()
const mostTexts = 500
const objects = new WeakMap<object, Statement[]>()

/** The statements of a policy's document, which IAM has accepted before. */
export const statementsOf = (document: string | object): Statement[] => {
  const known = typeof document === 'string' ? texts.get(document) : objects.get(document)
  if (known) return known
  if (typeof document === 'object') {
    const statements = parsed(document as PolicyDocument)
    objects.set(document, statements)
    return statements
  }
  const statements = parsed(JSON.parse(document) as PolicyDocument)
  if (texts.size >= mostTexts) texts.delete(texts.keys().next().value!)
  texts.set(document, statements)
  return statements
}

const parsed = ({ Version, Statement }: PolicyDocument): Statement[] =>
  list(Statement).map(each => statement(each, Version === '2012-10-17'))

const statement = (document: StatementDocument, variables: boolean): Statement => {
  const { Sid, Effect, Action, NotAction, Resource, NotResource, Condition = {} } = document
  const actions = list(Action ?? NotAction).map(name =>
    compile(name.toLowerCase(), { variables: false, wildcards: true }),
  )
  const resources = list(Resource ?? NotResource).map(arn =>
    compile(completed(arn), { variables, wildcards: true }),
  )
  const conditions = Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]): Condition =>
      condition(operator, key, list(values).map(String), variables),
    ),
  )
  return {
    sid: Sid,
    effect: Effect,
    applies: ({ action, resource, context }) =>
      among(actions, action.toLowerCase(), context, Action === undefined) &&
      among(resources, resource, context, Resource === undefined) &&
      conditions.every(holds => holds(context)),
    names: namesOf(document),
  }
}

/**
 * "The NotPrincipal element with a Deny effect will always deny any IAM principal that has a permissions boundary policy attached, regardless of the values specified."
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
const namesOf = ({ Principal, NotPrincipal }: StatementDocument): Statement['names'] => {
  if (Principal !== undefined) {
    const names = namesIn(Principal)
    return ({ principal }) => naming(names, principal)
  }
  if (NotPrincipal === undefined) return () => undefined
  const names = namesIn(NotPrincipal)
  return ({ principal, bounded }) => (bounded || !leavesOut(names, principal) ? 'principal' : undefined)
}

/** A resource whose variable has no value is none; in `NotResource` it makes the statement invalid. */
const among = (patterns: Pattern[], text: string, context: RequestContext, not: boolean): boolean =>
  not
    ? patterns.every(pattern => matches(pattern, text, context) === false)
    : patterns.some(pattern => matches(pattern, text, context) === true)

/**
 * "When you specify an incomplete ARN [...], AWS automatically completes the ARN by adding wildcard characters (*) to all missing fields."
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
const completed = (arn: string): string => {
  const missing = 6 - arn.split(':').length
  return arn.startsWith('arn:') && missing > 0 ? arn + ':*'.repeat(missing) : arn
}
