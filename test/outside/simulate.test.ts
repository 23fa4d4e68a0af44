import { expect, test } from 'vitest'
import { trying, tryAsMallory, unauthorized, type Tried } from '../sim/mallory.ts'
import { addUser } from '../sim/simulated.ts'
import { openServedHere } from './serve.ts'
import { runBeside } from './tools.ts'

/** Some of everything: allowed by wildcards, left out, denied, and for who has MFA alone. */
const mixed = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: ['iam:Get*', 'iam:List*', 'iam:*Role*', 'account:*', 'sts:*'], Resource: '*' },
    { Effect: 'Allow', NotAction: ['iam:*', 'sts:*', 'account:*'], Resource: '*' },
    { Effect: 'Deny', Action: ['iam:*Policy', 'iam:Delete*', 'sts:GetFederationToken'], Resource: '*' },
    {
      Effect: 'Allow',
      Action: 'iam:Create*',
      Resource: '*',
      Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
    },
  ],
})
const policies = () => ({ inline: { mixed } })

test('what aws iam simulate-principal-policy says is what each call meets', async () => {
  const tried: (Tried | undefined)[] = []
  for (const row of trying) tried.push(await tryAsMallory(row, policies))
  const met = new Map(
    tried.flatMap(one =>
      one === undefined || unauthorized.has(one.action) ? [] : [[one.action, one] as const],
    ),
  )
  const actions = [...new Set([...met.values()].flatMap(({ actions }) => actions))]
  const { endpoint, envOf, rootCredentials, store } = await openServedHere()
  addUser(store, { name: 'mallory', ...policies() })
  const { stdout, stderr } = await runBeside(
    'aws',
    [
      '--endpoint-url',
      endpoint,
      'iam',
      'simulate-principal-policy',
      '--max-items',
      '1000',
      '--policy-source-arn',
      'arn:aws:iam::111122223333:user/mallory',
      '--output',
      'json',
      '--action-names',
      ...actions,
    ],
    { env: envOf(rootCredentials) },
  )
  expect(stderr).toBe('')
  const { EvaluationResults } = JSON.parse(stdout) as {
    EvaluationResults: { EvalActionName: string; EvalDecision: string }[]
  }
  const said = new Map(
    EvaluationResults.map(({ EvalActionName, EvalDecision }) => [EvalActionName, EvalDecision]),
  )
  const wrong = [...met.values()].filter(
    ({ actions, met }) => actions.every(action => said.get(action) === 'allowed') !== met,
  )
  expect(wrong.map(({ action }) => action)).toEqual([])
  expect([...new Set(said.values())].toSorted()).toEqual(['allowed', 'explicitDeny', 'implicitDeny'])
  expect(said.size).toBe(actions.length)
}, 60_000)
