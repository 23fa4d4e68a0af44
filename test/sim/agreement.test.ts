import { SimulatePrincipalPolicyCommand } from '@aws-sdk/client-iam'
import { expect, test } from 'vitest'
import { services } from '../../src/sim/services.ts'
import type { Case } from './case.ts'
import { trying, tryAsMallory, unauthorized, type Policies } from './mallory.ts'

/*
 * The policy simulator says beforehand what a call then meets: for every operation, the cases that get past the permission are called and
 * asked about as mallory, whose policies are these in turn.
 */

const policy = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement })
const allow = (Action: string, Resource: string | string[] = '*', Condition = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  Condition,
})

/** Mallory's policies, for an action on resources. */
const variants: Record<string, (action: string, arns: string[]) => Policies> = {
  nothing: () => ({ inline: {} }),
  'the action on everything': action => ({ inline: { one: policy(allow(action)) } }),
  'the action on the first resource': (action, [arn]) => ({ inline: { one: policy(allow(action, arn)) } }),
  'the action on something else': action => ({
    inline: { one: policy(allow(action, 'arn:aws:iam::111122223333:user/nobody-else')) },
  }),
  'everything but the action': action => ({
    inline: { one: policy(allow('*'), { ...allow(action), Effect: 'Deny' }) },
  }),
  'everything, with MFA': () => ({
    inline: { one: policy(allow('*', '*', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } })) },
  }),
  'everything, to themselves alone': () => ({
    inline: { one: policy(allow('*', '*', { StringEquals: { 'aws:username': 'mallory' } })) },
  }),
  'everything within a boundary': () => ({
    inline: { one: policy(allow('*')) },
    permissionsBoundary: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess',
  }),
}

/** What the simulator says and what the call meets; undefined where the case cannot be tried. */
const both = async (row: Case, variant: keyof typeof variants) => {
  const tried = await tryAsMallory(row, variants[variant]!)
  if (tried === undefined) return undefined
  const { action, actions, arns, root, met } = tried
  const { EvaluationResults } = await root.iam.send(
    new SimulatePrincipalPolicyCommand({
      PolicySourceArn: 'arn:aws:iam::111122223333:user/mallory',
      ActionNames: actions,
      ResourceArns: arns,
    }),
  )
  return { action, met, said: EvaluationResults!.every(({ EvalDecision }) => EvalDecision === 'allowed') }
}

test.each(Object.keys(variants))('the simulation agrees with the call: %s', async variant => {
  const wrong: object[] = []
  const seen = new Set<boolean>()
  for (const row of trying) {
    const result = await both(row, variant)
    if (result === undefined || unauthorized.has(result.action)) continue
    const { action, said, met } = result
    seen.add(met)
    if (said !== met) wrong.push({ case: row.name, action, said, met })
  }
  expect(wrong).toEqual([])
  expect(seen.size).toBeGreaterThan(0)
})

test('every operation that needs permission is among them', async () => {
  const tried = new Set<string>()
  for (const row of trying) tried.add((await both(row, 'nothing'))?.action ?? '')
  const all = Object.entries(services).flatMap(([service, { operations }]) =>
    Object.keys(operations).map(name => `${service}:${name}`),
  )
  expect(all.filter(action => !tried.has(action) && !unauthorized.has(action))).toEqual([])
})
