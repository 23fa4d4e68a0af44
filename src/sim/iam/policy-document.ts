import { isConditionOperator } from '../authorize/condition.ts'
import { AwsError } from '../errors.ts'

// The sentences are IAM's, as real errors show them in public issues and as versitygw (Apache-2.0) checked them against IAM.
const malformed = (message: string) => new AwsError('MalformedPolicyDocument', message)
const syntax = () => malformed('Syntax errors in policy.')

type Element = string | string[]
type Statement = {
  Sid?: unknown
  Effect?: unknown
  Action?: unknown
  NotAction?: unknown
  Resource?: unknown
  NotResource?: unknown
  Principal?: unknown
  NotPrincipal?: unknown
  Condition?: unknown
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const elements = (one: unknown, other: unknown): string[] => {
  if (one !== undefined && other !== undefined) throw syntax()
  const value = (one ?? other ?? []) as Element
  const list = Array.isArray(value) ? value : [value]
  if (list.some(item => typeof item !== 'string')) throw syntax()
  return list
}

const requireAction = (action: string): void => {
  if (action === '*') return
  const [vendor = '', name] = action.split(':')
  if (name === undefined)
    throw malformed('Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.')
  if (!/^[A-Za-z0-9-]+$/.test(vendor)) throw malformed(`Vendor ${vendor} is not valid`)
}

const requireResource = (resource: string): void => {
  if (resource === '*') return
  if (!resource.includes(':')) throw malformed(`Resource ${resource} must be in ARN format or "*".`)
  const [prefix, partition = '*', ...rest] = resource.split(':')
  if (prefix === 'arn' && rest.length < 4) throw malformed('The policy failed legacy parsing')
  if (prefix === 'arn' && ['aws', '*'].includes(partition)) return
  const [service = '*', region = '*', account = '*', ...name] = rest
  const arn = ['arn', partition, service, region, account, name.join(':') || '*'].join(':')
  throw malformed(`Partition "${partition}" is not valid for resource "${arn}".`)
}

const requireStatement = (statement: Statement): void => {
  if (statement.Effect !== 'Allow' && statement.Effect !== 'Deny') throw syntax()
  if (statement.Principal !== undefined || statement.NotPrincipal !== undefined)
    throw malformed('Policy document should not specify a principal.')
  const actions = elements(statement.Action, statement.NotAction)
  if (actions.length === 0) throw malformed('Policy statement must contain actions.')
  actions.forEach(requireAction)
  const resources = elements(statement.Resource, statement.NotResource)
  if (resources.length === 0) throw malformed('Policy statement must contain resources.')
  resources.forEach(requireResource)
  requireCondition(statement.Condition)
  requireSid(statement.Sid)
}

const isText = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value)

/** A key without its operator is a syntax error (https://github.com/aws-cloudformation/cfn-lint/issues/3751); IAM's words for an operator that is none were looked for and not found. */
const requireCondition = (condition: unknown): void => {
  if (condition === undefined) return
  if (!isObject(condition)) throw syntax()
  for (const [operator, keys] of Object.entries(condition)) {
    if (!isConditionOperator(operator) || !isObject(keys)) throw syntax()
    for (const values of Object.values(keys))
      if (!(Array.isArray(values) ? values.every(isText) : isText(values))) throw syntax()
  }
}

const requireSid = (sid: unknown): void => {
  if (sid === undefined) return
  if (typeof sid !== 'string') throw syntax()
  if (!/^[0-9A-Za-z]*$/.test(sid))
    throw malformed(
      'Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*',
    )
}

const parse = (document: string): unknown => {
  try {
    return JSON.parse(document)
  } catch {
    throw syntax()
  }
}

/** Holds the document of an identity policy to IAM's grammar, or throws `MalformedPolicyDocument`. */
export const requirePolicyDocument = (document: string): void => {
  const policy = parse(document)
  if (!isObject(policy)) throw syntax()
  const { Version, Statement = [] } = policy
  if (Version !== undefined && Version !== '2012-10-17' && Version !== '2008-10-17') throw syntax()
  const statements = Array.isArray(Statement) ? Statement : [Statement]
  if (statements.length === 0 || !statements.every(isObject)) throw syntax()
  statements.forEach(requireStatement)
  const sids = statements.flatMap(({ Sid }) => (Sid === undefined || Sid === '' ? [] : [Sid]))
  if (new Set(sids).size < sids.length)
    throw malformed('Statement IDs (SID) in a single policy must be unique.')
}
