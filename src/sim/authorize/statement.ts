import { actionsIn } from './actions.ts'
import { condition, type Condition } from './condition.ts'
import { compile, type Pattern, type RequestContext } from './pattern.ts'
import { leavesOut, namesIn, naming, type Asking, type Naming, type PrincipalDocument } from './principal.ts'

/** One action on one resource, and what is known about the request. `resource` is an ARN, or `*` for the whole account. */
export type Request = { action: string; resource: string; context: RequestContext }

/** A statement of a policy, ready to be asked. */
export type Statement = {
  /** Which one of its policy's, from 0. */
  index: number
  sid: string | undefined
  effect: 'Allow' | 'Deny'
  /** The services of which it can apply to an action, in lower case; undefined when that can be any. */
  services: ReadonlySet<string> | undefined
  /** Whether it applies, but for who asks. `action` and `service` are in lower case. */
  applies: (request: Request, action: string, service: string) => boolean
  /** How a statement of a resource's policy names who asks; undefined when it is not about them. */
  names: (asking: Asking) => Naming | undefined
}

type Text = string | number | boolean
type OneOrMore<Item> = Item | Item[]
export type StatementDocument = {
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

/** Policies say one thing without the brackets of a list. */
export const list = <Item>(value: OneOrMore<Item> | undefined): Item[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

/** Makes a statement ready. Variables are for policies of version 2012-10-17. */
export const statement = (document: StatementDocument, index: number, variables: boolean): Statement => {
  const { Sid, Effect, Action, NotAction, Resource, NotResource, Condition = {} } = document
  const actions = actionsIn(list(Action ?? NotAction))
  const resources = list(Resource ?? NotResource).map(arn =>
    compile(completed(arn), { variables, wildcards: true, arn: arn !== '*' }),
  )
  const conditions = Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]): Condition =>
      condition(operator, key, list(values).map(String), variables),
    ),
  )
  return {
    index,
    sid: Sid,
    effect: Effect,
    services: Action === undefined ? undefined : actions.services,
    applies: ({ resource, context }, action, service) =>
      actions.include(action, service) === (Action !== undefined) &&
      among(resources, resource, context) === (Resource !== undefined) &&
      conditions.every(holds => holds(context)),
    names: namesOf(document),
  }
}

/** "The resource that includes a policy variable with no value will not match any resource", in `NotResource` as well. A trust policy has none. */
const among = (patterns: Pattern[], text: string, context: RequestContext): boolean =>
  patterns.some(matches => matches(text, context))

/**
 * "When you specify an incomplete ARN [...], AWS automatically completes the ARN by adding wildcard characters (*) to all missing fields."
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
const completed = (arn: string): string => {
  const missing = 6 - arn.split(':').length
  return arn.startsWith('arn:') && missing > 0 ? arn + ':*'.repeat(missing) : arn
}

/**
 * "NotPrincipal must be used with "Effect":"Deny". Using it with "Effect":"Allow" is not supported": it then gives nothing. And it "will always
 * deny any IAM principal that has a permissions boundary policy attached, regardless of the values specified".
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
const namesOf = ({ Effect, Principal, NotPrincipal }: StatementDocument): Statement['names'] => {
  if (Principal !== undefined) {
    const names = namesIn(Principal)
    return ({ principal }) => naming(names, principal)
  }
  if (NotPrincipal === undefined || Effect === 'Allow') return () => undefined
  const names = namesIn(NotPrincipal)
  return ({ principal, bounded }) => (bounded || !leavesOut(names, principal) ? 'principal' : undefined)
}
