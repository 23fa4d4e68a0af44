import type {
  EvaluationResult,
  ResourceSpecificResult,
  SimulateCustomPolicyRequest,
  Statement,
} from '@aws-sdk/client-iam'
import { contextKeysOf, distinct, writtenStatements } from '../authorize/context-keys.ts'
import { decide } from '../authorize/decide.ts'
import { evaluate, type Evaluation } from '../authorize/evaluate.ts'
import type { RequestContext } from '../authorize/pattern.ts'
import type { Principal } from '../authorize/principal.ts'
import { contextOf } from '../authorize/request-context.ts'
import { statementPositions } from '../authorize/statement-positions.ts'
import { AwsError } from '../errors.ts'
import { documentText } from './managed-policy.ts'
import { page } from './page.ts'
import { requirePolicyDocument } from './policy-document.ts'

/** A policy in a simulation: `id` is what the result calls it. */
export type SimulatedPolicy = { id: string; document: string | object; type: string }

/** Whose policies are held against which requests. */
export type Simulation = {
  principal: Principal
  identity: SimulatedPolicy[]
  boundary?: SimulatedPolicy[]
  resource?: SimulatedPolicy[]
  /** What is known of the requests besides what the call says. */
  context: Record<string, string | string[] | undefined>
}

type Input = Pick<
  SimulateCustomPolicyRequest,
  'ActionNames' | 'ResourceArns' | 'ContextEntries' | 'Marker' | 'MaxItems'
>

/** Policies that came with the call, called `PolicyInputList.1` and so on. */
export const sentPolicies = (
  list: string,
  documents: readonly string[] = [],
  type = 'IAM Policy',
): SimulatedPolicy[] =>
  documents.map((document, index) => {
    try {
      if (type === 'IAM Policy') requirePolicyDocument(document)
      else JSON.parse(document)
    } catch (error) {
      // The model has InvalidInput for this; its sentence was looked for and not found.
      throw new AwsError(
        'InvalidInput',
        error instanceof AwsError ? error.message : 'Syntax errors in policy.',
      )
    }
    return { id: `${list}.${index + 1}`, document, type }
  })

/** The answer of both simulations: one result for each action, in the order asked. */
export const simulated = (simulation: Simulation, input: Input) => {
  const { ContextEntries = [], ResourceArns } = input
  const context = contextOf({
    ...simulation.context,
    ...Object.fromEntries(
      ContextEntries.map(({ ContextKeyName = '', ContextKeyValues = [] }) => [
        ContextKeyName.toLowerCase(),
        ContextKeyValues,
      ]),
    ),
  })
  const actions = (input.ActionNames ?? []).map((action, index) => ({ action, index }))
  const [shown, paged] = page(actions, ({ index }) => String(index).padStart(9, '0'), input)
  return {
    EvaluationResults: shown.map(({ action }) => resultOf(simulation, action, ResourceArns ?? [], context)),
    ...paged,
  }
}

/**
 * One result for an action, whatever the number of resources: the most restrictive decision, and each resource's own beside it.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_EvaluationResult.html
 */
const resultOf = (
  simulation: Simulation,
  action: string,
  resources: readonly string[],
  context: RequestContext,
): EvaluationResult => {
  const all = (resources.length > 0 ? resources : ['*']).map(resource => {
    const evaluation = evaluate(simulation, { action, resource, context })
    return { resource, ...viewOf(simulation, evaluation, { action, resource, context }) }
  })
  const decision =
    order.find(decision => all.some(({ view }) => view.EvalDecision === decision)) ?? 'implicitDeny'
  const deciding = all.filter(({ view }) => view.EvalDecision === decision)
  const boundaries = all.map(({ view }) => view.PermissionsBoundaryDecisionDetail)
  return {
    EvalActionName: action,
    // What AWS says for several resources was looked for and not found.
    EvalResourceName: all.length === 1 ? all[0]!.resource : '*',
    EvalDecision: decision,
    MatchedStatements: distinctStatements(deciding.flatMap(({ view }) => view.MatchedStatements)),
    MissingContextValues: distinct(all.flatMap(({ view }) => view.MissingContextValues)),
    ...(simulation.boundary && {
      PermissionsBoundaryDecisionDetail: {
        AllowedByPermissionsBoundary: boundaries.every(detail => detail?.AllowedByPermissionsBoundary),
      },
    }),
    ...(resources.length > 0 && {
      ResourceSpecificResults: all.map(
        ({ resource, view: { EvalDecision, ...view } }): ResourceSpecificResult => ({
          EvalResourceName: resource,
          EvalResourceDecision: EvalDecision,
          ...view,
        }),
      ),
    }),
  }
}

/** The most restrictive first. */
const order = ['explicitDeny', 'implicitDeny', 'allowed'] as const

const viewOf = (
  simulation: Simulation,
  { decision, statements, each }: Evaluation<SimulatedPolicy>,
  request: { action: string; resource: string; context: RequestContext },
) => ({
  view: {
    EvalDecision: decision,
    MatchedStatements: statements.map(({ policy, index }): Statement => ({
      SourcePolicyId: policy.id,
      SourcePolicyType: policy.type as NonNullable<Statement['SourcePolicyType']>,
      ...statementPositions(documentText(policy.document))[index],
    })),
    MissingContextValues: missing(simulation, request),
    ...(each.boundary && {
      PermissionsBoundaryDecisionDetail: {
        AllowedByPermissionsBoundary: each.boundary.decision === 'allowed',
      },
    }),
  },
})

/** The keys that statements about the request ask for and nobody has given. */
const missing = (
  { identity, boundary = [], resource = [] }: Simulation,
  request: { action: string; resource: string; context: RequestContext },
): string[] => {
  const statements = [...identity, ...boundary, ...resource].flatMap(({ document }) =>
    writtenStatements(document),
  )
  const keys = statements
    .filter(({ statement, version }) => isAbout(statement, version, request))
    .flatMap(contextKeysOf)
  return distinct(keys).filter(key => !request.context.has(key.toLowerCase()))
}

/** Whether a statement would decide if its conditions held. */
const isAbout = (
  { Condition: _, Principal: __, NotPrincipal: ___, ...statement }: Record<string, unknown>,
  Version: unknown,
  request: Parameters<typeof decide>[1],
): boolean => decide([{ document: { Version, Statement: statement } }], request).decision !== 'implicitDeny'

const distinctStatements = (statements: Statement[]): Statement[] => [
  ...new Map(statements.map(statement => [JSON.stringify(statement), statement])).values(),
]
