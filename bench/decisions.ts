import { authorize } from '../src/sim/authorize/authorize.ts'
import { awsPolicies } from '../src/sim/iam/aws-policies.ts'
import { userArn } from '../src/sim/iam/user.ts'
import type { Caller } from '../src/sim/operation.ts'
import type { State, UserRow } from '../src/sim/state.ts'
import { openMemoryStore } from '../src/sim/store.ts'

const now = new Date('2026-03-04T05:06:07Z')
const circumstances = { now, userAgent: 'bench' }

/** All of AWS's policies but those that allow everything, which would be too easy. */
const ofAws = awsPolicies
  .filter(({ name }) => name !== 'AdministratorAccess' && name !== 'PowerUserAccess')
  .slice(0, 10)
  .map(({ path, name }) => `arn:aws:iam::aws:policy${path}${name}`)

/** A policy nearly as long as IAM takes one (6,144 characters): many actions, ARNs with wildcards and variables, and conditions. */
const longDocument = (seed: number): string => {
  const statement = (index: number) => ({
    Sid: `Statement${index}`,
    Effect: index % 5 === 4 ? 'Deny' : 'Allow',
    Action: ['iam:Get*', 'iam:List*', 'iam:Tag*', `s3:Put${index}`, `ec2:Describe${seed}*`, 'sts:*'],
    Resource: [
      `arn:aws:iam::*:user/team-${index}/*/\${aws:username}`,
      `arn:aws:iam::111122223333:user/${seed}*x*${index}`,
      `arn:aws:s3:::bucket-${seed}-${index}/*`,
    ],
    Condition: {
      Bool: { 'aws:MultiFactorAuthPresent': 'true' },
      StringLike: { 'aws:PrincipalTag/team': [`team-${index}*`, `*-${seed}`] },
      IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '2001:db8::/32'] },
    },
  })
  const statements: object[] = []
  const text = () => JSON.stringify({ Version: '2012-10-17', Statement: statements })
  while (text().length < 5700) statements.push(statement(statements.length))
  return text()
}

const longPolicy = (state: State, index: number): string => {
  const name = `Long${index}`
  const at = now.toISOString()
  state.policies.put(name.toLowerCase(), {
    id: `ANPALONG${index}`,
    name,
    path: '/',
    createdAt: at,
    updatedAt: at,
    tags: [],
    versions: [{ id: 'v1', document: longDocument(index), createdAt: at }],
    newest: 1,
    defaultVersion: 'v1',
  })
  return `arn:aws:iam::${state.account.id}:policy/${name}`
}

/** Decisions on `iam:GetUser` about another user: for a user with policies as they are told, and one that needs no permission. */
export const decisions = (): Record<string, () => void> => {
  const store = openMemoryStore()
  const callers = store.transact(state => {
    const attached = {
      'ten-of-aws': ofAws,
      'ten-long': [
        ...Array.from({ length: 9 }, (_, index) => longPolicy(state, index)),
        'arn:aws:iam::aws:policy/IAMReadOnlyAccess',
      ],
    }
    return Object.entries(attached).map(([name, attached]): Caller => {
      const user: UserRow = {
        name,
        path: '/',
        id: `AIDA${name}`,
        createdAt: now.toISOString(),
        tags: [{ Key: 'team', Value: 'blue' }],
        groups: [],
        attached,
        inline: {},
        accessKeys: [],
        mfaDevices: [],
      }
      state.users.put(name, user)
      return {
        owner: { type: 'user', userId: user.id },
        accountId: state.account.id,
        arn: userArn(state, user),
        userId: user.id,
        userName: name,
        accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
        session: { kind: 'session-token', mfa: true, issuedAt: now.toISOString() },
      }
    })
  })
  const [aws, long] = callers.map(caller => () => {
    authorize(caller, 'iam:GetUser', { UserName: 'ten-long' }, store.state, circumstances)
  })
  return {
    free: () => authorize(callers[0]!, 'sts:GetCallerIdentity', {}, store.state, circumstances),
    'a user with 10 of AWS’s policies': aws!,
    'a user with 10 policies, 9 of them 6 KB long': long!,
  }
}
