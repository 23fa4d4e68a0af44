import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isConditionOperator } from '../../src/sim/authorize/condition.ts'
import { evaluate, type PolicyKind } from '../../src/sim/authorize/evaluate.ts'
import type { Principal } from '../../src/sim/authorize/principal.ts'
import { contextOf } from '../../src/sim/authorize/request-context.ts'

/** What a case may have of its own, or its group for all of them. */
type Setting = {
  principal?: Principal
  identity?: object[]
  boundary?: object[]
  session?: object[]
  resourcePolicies?: object[]
  resourceMustAllow?: boolean
}
type Context = Record<string, string | string[]>
/** A request, what IAM says to it, which kind of policy decided (`identity` is not said), and by which statements: policy and statement, by position. */
type Case = Setting & {
  about?: string
  action: string
  resource: string
  context?: Context
  decision: string
  kind?: PolicyKind
  by: string[]
}
type Value = string | string[] | null
/** Cases that follow a page of AWS's documentation: requests, a `Condition` and requests that it holds for or not, or rows of an operator, its value, and keys' values that it holds for and not. */
type Group = Setting & { about: string; page: string } & (
    | { cases: Case[] }
    | { condition: object; cases: { context: Context; match: boolean }[] }
    | { rows: [operator: string, wanted: unknown, holding: Value[], failing: Value[]][] }
  )

const directory = join(import.meta.dirname, 'authorize')
const files = readdirSync(directory).map(name => ({
  name,
  groups: JSON.parse(readFileSync(join(directory, name), 'utf8')) as Group[],
}))
const groups = files.flatMap(({ groups }) => groups)

const ada: Principal = {
  type: 'User',
  accountId: '111122223333',
  arn: 'arn:aws:iam::111122223333:user/ada',
}

/** Documents are texts, as accounts keep them, and may be made ready in another group before. */
const policies = (kind: PolicyKind, documents: object[] | undefined) =>
  documents?.map((document, position) => ({ kind, position, document: JSON.stringify(document) }))

const decided = (
  { principal = ada, identity = [], boundary, session, resourcePolicies, resourceMustAllow }: Setting,
  action: string,
  resource: string,
  context: Context = {},
) => {
  const { decision, kind, statements } = evaluate(
    {
      principal,
      identity: policies('identity', identity)!,
      boundary: policies('boundary', boundary),
      session: policies('session', session),
      resource: policies('resource', resourcePolicies),
      resourceMustAllow,
    },
    { action, resource, context: contextOf(context) },
  )
  expect(statements.every(({ policy }) => policy.kind === kind)).toBe(true)
  return { decision, kind, by: statements.map(({ policy, index }) => `${policy.position}.${index}`) }
}

const holds = (condition: object, context: Context): boolean =>
  decided(
    {
      identity: [
        {
          Version: '2012-10-17',
          Statement: { Effect: 'Allow', Action: '*', Resource: '*', Condition: condition },
        },
      ],
    },
    'iam:GetUser',
    '*',
    context,
  ).decision === 'allowed'

type Check = [title: string, actual: () => unknown, expected: unknown]

/** What a group checks, one of its cases after the other. */
const checks = (group: Group): Check[] => {
  if ('rows' in group)
    return group.rows.map(([operator, wanted, holding, failing]) => {
      const ofValue = (value: Value) =>
        holds(
          { [operator]: { 'Test:Key': wanted } },
          { 'aws:username': 'ada', ...(value !== null && { 'test:KEY': value }) },
        )
      return [
        `${operator} ${JSON.stringify(wanted)} holds for ${JSON.stringify(holding)} and not for ${JSON.stringify(failing)}`,
        () => [holding.filter(ofValue), failing.filter(ofValue)],
        [holding, []],
      ]
    })
  if ('condition' in group)
    return group.cases.map(({ context, match }) => [
      `${group.about}: ${JSON.stringify(context)} ${match ? 'matches' : 'does not match'}`,
      () => holds(group.condition, context),
      match,
    ])
  return group.cases.map(
    ({ about = '', action, resource, context, decision, kind = 'identity', by, ...own }) => [
      `${group.about}: ${about} ${(own.principal ?? group.principal ?? ada).type} ${action} on ${resource} ${JSON.stringify(context ?? {})} is ${decision}`,
      () => decided({ ...group, ...own }, action, resource, context),
      { decision, kind, by },
    ],
  )
}

describe.each(files)('$name', ({ groups }) => {
  test.each(groups.flatMap(checks))('%s', (_, actual, expected) => {
    expect(actual()).toEqual(expected)
  })
})

test('there are many cases, and each follows a page of AWS’s documentation', () => {
  const count = groups.reduce((sum, group) => sum + ('rows' in group ? group.rows : group.cases).length, 0)
  expect(count).toBeGreaterThan(1000)
  expect(
    groups.filter(({ page }) => !/^https:\/\/docs\.aws\.amazon\.com\/.+\.html(#.+)?$/.test(page)),
  ).toEqual([])
})

test('the condition operators are those of IAM', () => {
  const known = groups.flatMap(group => ('rows' in group ? group.rows.map(([operator]) => operator) : []))
  expect(known.filter(name => !isConditionOperator(name))).toEqual([])
  const unknown = [
    '',
    'IfExists',
    'NullIfExists',
    'StringMatches',
    'ForSome:StringEquals',
    'toString',
    '__proto__',
  ]
  expect(unknown.filter(isConditionOperator)).toEqual([])
})
