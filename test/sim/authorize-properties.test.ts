import { expect, test } from 'vitest'
import { decide } from '../../src/sim/authorize/decide.ts'
import { evaluate, type Policies } from '../../src/sim/authorize/evaluate.ts'
import { compile, follow, parse, walk } from '../../src/sim/authorize/pattern.ts'
import type { Principal } from '../../src/sim/authorize/principal.ts'
import { contextOf } from '../../src/sim/authorize/request-context.ts'
import type { Request, StatementDocument } from '../../src/sim/authorize/statement.ts'
import { createRandom, type Random } from './fuzz.ts'

/** `FUZZ=100` runs a hundred times as much, `FUZZ_SEED=1000` begins at another place: a failure names its seed. */
const times = Number(process.env['FUZZ'] ?? 1)
const firstSeed = Number(process.env['FUZZ_SEED'] ?? 1)
const seeds = Array.from({ length: 2000 * times }, (_, index) => firstSeed + index)

type Policy = { document: { Version: string; Statement: StatementDocument[] } }
type World = Policies<Policy>
const listsOf = ['identity', 'boundary', 'session', 'resource'] as const

const account = 'arn:aws:iam::111122223333'
const sts = 'arn:aws:sts::111122223333'
const [ada, role] = [`${account}:user/ada`, `${account}:role/app`]
const session = `${sts}:assumed-role/app/one`
const federated = `${sts}:federated-user/Carol`
const accountId = '111122223333'
const principals: Principal[] = [
  { type: 'User', accountId, arn: ada },
  { type: 'User', accountId, arn: ada },
  { type: 'AssumedRole', accountId, arn: session, of: role },
  { type: 'AssumedRole', accountId, arn: session, of: role },
  { type: 'FederatedUser', accountId, arn: federated, of: ada },
  { type: 'Account', accountId },
  { type: 'Service', name: 'ec2.amazonaws.com' },
  { type: 'Anonymous' },
]
const names = [accountId, `${account}:root`, ada, role, session, federated, '*', `${account}:user/bob`]

const actions = ['iam:GetUser', 'iam:CreateUser', 'IAM:listusers', 'sts:AssumeRole', 's3:GetObject']
const actionPatterns = ['*', 'iam:*', 'iam:Get*', 'iam:?etUser', 's3:*', 'sts:AssumeRole', 'iam:CreateUser']
const resources = ['*', ada, `${account}:user/team/bob`, role, 'arn:aws:s3:::bucket/a:b']
const resourcePatterns = [
  '*',
  `${account}:user/*`,
  `${account}:user/\${aws:username}`,
  'arn:aws:iam::*:role/a?p',
  'arn:aws:s3:::*',
  'arn:aws:i*m::111122223333:user/ada',
  "arn:aws:s3:::bucket/${aws:PrincipalTag/team, 'a'}:*",
]
const keys = ['aws:username', 'aws:MultiFactorAuthPresent', 'aws:TagKeys', 'aws:PrincipalTag/team']
const values = ['ada', 'true', 'false', 'a*', 'team', '', '${aws:username}', '3']
const operators = [
  'StringEquals',
  'StringNotEquals',
  'StringLike',
  'StringNotLikeIfExists',
  'Bool',
  'BoolIfExists',
  'Null',
  'NumericLessThan',
  'ForAllValues:StringLike',
  'ForAnyValue:StringNotEquals',
]

const some = <Item>(random: Random, items: readonly Item[]): Item[] =>
  Array.from({ length: 1 + random.below(2) }, () => random.pick(items))

const statement = (
  random: Random,
  ofResource: boolean,
  Effect = random.pick(['Allow', 'Allow', 'Deny'] as const),
) => ({
  Effect,
  [random.oneIn(6) ? 'NotAction' : 'Action']: some(random, actionPatterns),
  [random.oneIn(6) ? 'NotResource' : 'Resource']: some(random, resourcePatterns),
  ...(ofResource && {
    [random.oneIn(6) ? 'NotPrincipal' : 'Principal']: random.oneIn(6)
      ? { Service: 'ec2.amazonaws.com' }
      : { AWS: some(random, names) },
  }),
  ...(random.oneIn(3) && {
    Condition: { [random.pick(operators)]: { [random.pick(keys)]: some(random, values) } },
  }),
})

const policy = (Statement: StatementDocument[]): Policy => ({
  document: { Version: '2012-10-17', Statement },
})

const policies = (random: Random, ofResource: boolean): Policy[] =>
  Array.from({ length: random.below(4) }, () =>
    policy(Array.from({ length: 1 + random.below(4) }, () => statement(random, ofResource))),
  )

const world = (random: Random): World => ({
  principal: random.pick(principals),
  identity: policies(random, false),
  boundary: random.oneIn(2) ? policies(random, false) : undefined,
  session: random.oneIn(2) ? policies(random, false) : undefined,
  resource: random.oneIn(2) ? policies(random, true) : [],
  resourceMustAllow: random.oneIn(4),
})

const request = (random: Random): Request => ({
  action: random.pick(actions),
  resource: random.pick(resources),
  context: contextOf(
    Object.fromEntries(
      keys.flatMap(key => (random.oneIn(2) ? [[key, some(random, ['ada', 'true', 'team', '', '2'])]] : [])),
    ),
  ),
})

const shuffled = <Item>(random: Random, items: readonly Item[]): Item[] =>
  items
    .map(item => ({ item, at: random.below(1_000_000) }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item)

/** The same, but for the policies of each kind. */
const changed = (before: World, change: (policies: Policy[]) => Policy[]): World => ({
  ...before,
  ...Object.fromEntries(listsOf.map(kind => [kind, before[kind] && change(before[kind])])),
})

/** What was decided, and which statements decided it, wherever they are. */
const answer = (world: World, request: Request) => {
  const { decision, kind, statements } = evaluate(world, request)
  const deciding = statements.map(({ policy, index }) => JSON.stringify(policy.document.Statement[index]))
  return { decision, kind, statements: deciding.toSorted() }
}
const isAllowed = (world: World, request: Request) => evaluate(world, request).decision === 'allowed'

/** Runs through all seeds, and says with which one it failed. */
const always = (holds: (random: Random, before: World, request: Request) => void) => {
  for (const seed of seeds) {
    const random = createRandom(seed)
    const [before, asked] = [world(random), request(random)]
    try {
      holds(random, before, asked)
    } catch (error) {
      throw new Error(
        `FUZZ_SEED=${seed}: ${JSON.stringify({ ...asked, context: [...asked.context] })} of ${JSON.stringify(before)}`,
        { cause: error },
      )
    }
  }
}

test('there is something to decide', () => {
  const decisions = new Map<string, number>()
  always((_, before, asked) => {
    const { decision, kind } = evaluate(before, asked)
    decisions.set(`${decision} ${kind}`, (decisions.get(`${decision} ${kind}`) ?? 0) + 1)
  })
  expect([...decisions.keys()].toSorted()).toEqual([
    'allowed identity',
    'allowed resource',
    'explicitDeny boundary',
    'explicitDeny identity',
    'explicitDeny resource',
    'explicitDeny session',
    'implicitDeny boundary',
    'implicitDeny identity',
    'implicitDeny resource',
    'implicitDeny session',
  ])
  expect(Math.min(...decisions.values())).toBeGreaterThan(seeds.length / 400)
})

test('the order of statements does not matter', () => {
  always((random, before, asked) => {
    const after = changed(before, policies =>
      policies.map(({ document }) => policy(shuffled(random, document.Statement))),
    )
    expect(answer(after, asked)).toEqual(answer(before, asked))
  })
})

test('the order of policies does not matter', () => {
  always((random, before, asked) => {
    const after = changed(before, policies => shuffled(random, policies))
    expect(answer(after, asked)).toEqual(answer(before, asked))
  })
})

test('it does not matter in which of its policies a statement is', () => {
  always((_, before, asked) => {
    const after = changed(before, policies =>
      policies.flatMap(({ document }) => document.Statement.map(one => policy([one]))),
    )
    expect(answer(after, asked)).toEqual(answer(before, asked))
  })
})

test('one more Deny never allows', () => {
  always((random, before, asked) => {
    const kind = random.pick(listsOf)
    const after = {
      ...before,
      [kind]: [...(before[kind] ?? []), policy([statement(random, kind === 'resource', 'Deny')])],
    }
    expect(isAllowed(after, asked) && !isAllowed(before, asked)).toBe(false)
  })
})

test('one more Allow of an identity policy, or of a resource’s, never denies', () => {
  always((random, before, asked) => {
    const kind = random.pick(['identity', 'resource'] as const)
    const after = {
      ...before,
      [kind]: [...(before[kind] ?? []), policy([statement(random, kind === 'resource', 'Allow')])],
    }
    expect(isAllowed(before, asked) && !isAllowed(after, asked)).toBe(false)
  })
})

test('a boundary never widens', () => {
  always((random, before, asked) => {
    const [without, within] = [
      { ...before, boundary: undefined },
      { ...before, boundary: policies(random, false) },
    ]
    expect(isAllowed(within, asked) && !isAllowed(without, asked)).toBe(false)
  })
})

test('a session policy never widens', () => {
  const everything = policy([{ Effect: 'Allow', Action: '*', Resource: '*' }])
  always((random, before, asked) => {
    const [widest, narrower] = [
      { ...before, session: [everything] },
      { ...before, session: policies(random, false) },
    ]
    expect(isAllowed(narrower, asked) && !isAllowed(widest, asked)).toBe(false)
  })
})

/** A text of a few characters that meet often. */
const text = (random: Random, characters: string[]) =>
  Array.from({ length: random.below(12) }, () => random.pick(characters)).join('')

test('a pattern matches what the regular expression of the same meaning does', () => {
  for (const seed of seeds) {
    const random = createRandom(seed)
    const pattern = text(random, ['a', 'b', ':', '*', '*', '?', '.', '😀'])
    const actual = text(random, ['a', 'b', ':', '.', '😀'])
    const quoted = pattern.replaceAll('.', '\\.')
    const whole = new RegExp(`^${quoted.replaceAll('*', '[^]*').replaceAll('?', '[^]')}$`, 'u')
    const codes = parse(pattern, { wildcards: true }) as number[]
    const said = [
      compile(pattern, { wildcards: true })(actual, new Map()),
      walk(codes, actual),
      follow(codes, actual),
    ]
    expect(said, `FUZZ_SEED=${seed}: ${pattern} and ${actual}`).toEqual(Array(3).fill(whole.test(actual)))

    let colons = 0
    const parts = [...quoted].map((character, index, all) => {
      if (character === ':') colons++
      const within = colons < 5 ? '[^:]' : '[^]'
      if (character === '?') return within
      if (character !== '*') return character
      return all[index + 1] === undefined || all[index + 1] === ':' ? '[^]*' : `${within}*`
    })
    expect(
      compile(pattern, { wildcards: true, arn: true })(actual, new Map()),
      `FUZZ_SEED=${seed}: the ARN ${pattern} and ${actual}`,
    ).toBe(new RegExp(`^${parts.join('')}$`, 'u').test(actual))
  }
})

test('matching takes no more steps than the pattern is long, times the text', () => {
  const steps = (codes: readonly number[], length: number) => {
    let count = 0
    const characters = {
      length,
      codePointAt: () => {
        count++
        return 'a'.codePointAt(0)
      },
    }
    expect(walk(codes, characters)).toBe(false)
    return count
  }
  for (const pattern of ['*a*a*a*b', `${'*a'.repeat(200)}b`, `${'*?a'.repeat(50)}b`, '*aaaaaaaaaaaaaaaab']) {
    const codes = parse(pattern, { wildcards: true }) as number[]
    const [one, two] = [steps(codes, 2000), steps(codes, 4000)]
    expect({ pattern, few: one < 2 * codes.length * 2000, linear: two / one < 2.1 }).toEqual({
      pattern,
      few: true,
      linear: true,
    })
  }
})

test('a decision about a pattern that would lead others astray grows with the text alone', () => {
  const took = (pattern: string, length: number) => {
    const policies = [
      policy([
        {
          Effect: 'Allow',
          Action: '*',
          Resource: `arn:aws:s3:::${pattern}`,
          Condition: { StringLike: { 'test:text': pattern } },
        },
      ]),
    ]
    const asked = {
      action: 's3:GetObject',
      resource: `arn:aws:s3:::${'a'.repeat(length)}`,
      context: contextOf({ 'test:text': 'a'.repeat(length) }),
    }
    const runs = Array.from({ length: 9 }, () => {
      const begun = performance.now()
      for (let again = 0; again < 20; again++) expect(decide(policies, asked).decision).toBe('implicitDeny')
      return performance.now() - begun
    })
    return Math.min(...runs)
  }
  took('*a*a*a*b', 20_000)
  expect(took('*a*a*a*b', 40_000) / took('*a*a*a*b', 20_000)).toBeLessThan(3.5)
})
