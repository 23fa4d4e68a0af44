import { isConditionOperator } from '../authorize/condition.ts'
import { AwsError } from '../errors.ts'
import type { State } from '../state.ts'
import { sizeOf } from './inline.ts'
import { roleOfArn } from './role.ts'
import { userArn } from './user.ts'

/** The sentences are IAM's, as Terraform's and CloudFormation's users show them in public issues. */
const malformed = (message: string) => new AwsError('MalformedPolicyDocument', message)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const list = (value: unknown): unknown[] => (value === undefined ? [] : [value].flat())

/** Holds a role's trust policy to IAM's grammar and quota, and its principals to those that are there. */
export const requireTrustDocument = (state: State, document: string): void => {
  const policy = parse(document)
  if (!isObject(policy)) throw malformed('This policy contains invalid Json')
  const { Version, Statement } = policy
  if (Version !== undefined && Version !== '2012-10-17' && Version !== '2008-10-17')
    throw malformed('The policy must contain a valid version string.')
  const statements = list(Statement)
  if (statements.length === 0 || !statements.every(isObject)) throw malformed('Syntax errors in policy.')
  for (const statement of statements as Record<string, unknown>[]) requireStatement(state, statement)
  if (sizeOf(document) > 2048)
    throw new AwsError('LimitExceeded', 'Cannot exceed quota for ACLSizePerRole: 2048')
}

const parse = (document: string): unknown => {
  try {
    return JSON.parse(document)
  } catch {
    throw malformed('This policy contains invalid Json')
  }
}

const requireStatement = (state: State, statement: Record<string, unknown>): void => {
  const { Effect, Principal, NotPrincipal, Action, NotAction, Condition } = statement
  for (const field of ['Resource', 'NotResource'])
    if (statement[field] !== undefined) throw malformed(`Has prohibited field ${field}`)
  if (Effect !== 'Allow' && Effect !== 'Deny') throw malformed('Syntax errors in policy.')
  if (Principal === undefined && NotPrincipal === undefined)
    throw malformed('Missing required field Principal')
  requirePrincipal(state, Principal ?? NotPrincipal)
  const actions = list(Action ?? NotAction)
  if (actions.length === 0) throw malformed('Missing required field Action')
  for (const action of actions)
    if (typeof action !== 'string' || !/^(?:\*|sts:.+)$/i.test(action))
      throw malformed('AssumeRole policy may only specify STS AssumeRole actions.')
  if (Condition === undefined) return
  if (!isObject(Condition)) throw malformed('Syntax errors in policy.')
  for (const [operator, keys] of Object.entries(Condition))
    if (!isConditionOperator(operator) || !isObject(keys)) throw malformed('Syntax errors in policy.')
}

const kinds = ['AWS', 'CanonicalUser', 'Federated', 'Service']

/** A principal of this account must be there: IAM keeps its unique id. Other accounts and services are taken at their word here. */
const requirePrincipal = (state: State, principal: unknown): void => {
  if (principal === '*') return
  if (!isObject(principal)) throw malformed('Syntax errors in policy.')
  for (const [kind, names] of Object.entries(principal))
    for (const name of list(names)) {
      const invalid = malformed(`Invalid principal in policy: "${kind.toUpperCase()}":"${String(name)}"`)
      if (!kinds.includes(kind) || typeof name !== 'string') throw invalid
      if (kind === 'AWS' && !isKnown(state, name)) throw invalid
      if (kind === 'Service' && !/^[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?$/.test(name)) throw invalid
    }
}

const isKnown = (state: State, name: string): boolean => {
  if (name === '*' || /^\d{12}$/.test(name) || /^A(?:IDA|ROA)[A-Z2-7]{17}$/.test(name)) return true
  const [, account, kind, rest] =
    /^arn:aws:(?:iam|sts)::(\d{12}):(root|user\/|role\/|assumed-role\/|federated-user\/)(.*)$/.exec(name) ??
    []
  if (account === undefined) return false
  if (account !== state.account.id || kind === 'federated-user/') return true
  if (kind === 'root') return rest === ''
  if (kind === 'role/') return roleOfArn(state, name) !== undefined
  if (kind === 'assumed-role/') return state.roles.has(rest!.split('/')[0]!.toLowerCase())
  const user = state.users.get(rest!.slice(rest!.lastIndexOf('/') + 1).toLowerCase())
  return user !== undefined && userArn(state, user) === name
}
