import {
  AttachUserPolicyCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  CreateUserCommand,
  GetRoleCommand,
  GetUserCommand,
  ListUsersCommand,
  PutRolePolicyCommand,
  SetDefaultPolicyVersionCommand,
} from '@aws-sdk/client-iam'
import {
  AssumeRoleCommand,
  GetCallerIdentityCommand,
  GetFederationTokenCommand,
  GetSessionTokenCommand,
  type Credentials,
} from '@aws-sdk/client-sts'
import { expect, test } from 'vitest'
import { roleNamed, trusting } from './rows.ts'
import { addAccessKey, addUser, simulated, type Simulated } from './simulated.ts'

const may = (Action: string | string[], Resource = '*', Condition = {}) =>
  JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action, Resource, Condition } })

const arnOf = (name: string) => `arn:aws:iam::111122223333:role/${name}`

/** An account where ada may do everything with STS, and the roles One and Two, each of which trusts the account with all of STS. */
const account = (one: Parameters<typeof roleNamed>[1] = {}) => {
  const simulatedAccount = simulated()
  const { store, as } = simulatedAccount
  const owner = addUser(store, { name: 'ada', inline: { sts: may(['sts:*', 'iam:GetUser']) } })
  const trust = trusting({ AWS: '111122223333' }, undefined, 'sts:*')
  store.transact(({ roles }) => {
    roles.put('one', roleNamed('One', { trust, inline: { all: may(['sts:*', 'iam:*']) }, ...one }))
    roles.put('two', roleNamed('Two', { trust, maxSessionDuration: 43_200 }))
  })
  return { ...simulatedAccount, ada: as(addAccessKey(store, { owner })) }
}

const clients = (as: Simulated['as'], credentials: Credentials | undefined) =>
  as({
    accessKeyId: credentials!.AccessKeyId!,
    secretAccessKey: credentials!.SecretAccessKey!,
    sessionToken: credentials!.SessionToken!,
  })

const assume = (name: string, input: Partial<AssumeRoleCommand['input']> = {}) =>
  new AssumeRoleCommand({ RoleArn: arnOf(name), RoleSessionName: 'work', ...input })

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'allowed',
    error => `${error.name}: ${error.message}`,
  )

test('a role’s session is who GetCallerIdentity says, and may do what the role may', async () => {
  const { ada, as } = account({ inline: { list: may('iam:ListUsers') } })
  const role = clients(as, (await ada.sts.send(assume('One'))).Credentials)
  const { Arn, UserId, Account } = await role.sts.send(new GetCallerIdentityCommand())
  expect({ Arn, UserId, Account }).toEqual({
    Arn: 'arn:aws:sts::111122223333:assumed-role/One/work',
    UserId: `${roleNamed('One').id}:work`,
    Account: '111122223333',
  })
  expect((await role.iam.send(new ListUsersCommand())).Users!.map(({ UserName }) => UserName)).toEqual([
    'ada',
  ])
  expect(await refusal(role.iam.send(new CreateUserCommand({ UserName: 'bob' })))).toBe(
    'AccessDenied: User: arn:aws:sts::111122223333:assumed-role/One/work is not authorized to perform: iam:CreateUser on resource: arn:aws:iam::111122223333:user/bob because no identity-based policy allows the iam:CreateUser action',
  )
})

test('a session policy takes away and never adds', async () => {
  const { ada, as } = account({ inline: { list: may('iam:ListUsers') } })
  const { Credentials } = await ada.sts.send(
    assume('One', { Policy: may(['iam:GetUser', 'iam:CreateUser']) }),
  )
  const role = clients(as, Credentials)
  expect(await refusal(role.iam.send(new ListUsersCommand()))).toMatch(
    / because no session policy allows the iam:ListUsers action$/,
  )
  expect(await refusal(role.iam.send(new GetUserCommand({ UserName: 'ada' })))).toMatch(
    / because no identity-based policy allows the iam:GetUser action$/,
  )
})

test('a managed session policy counts as an inline one does', async () => {
  const { ada, as } = account()
  const PolicyArns = [{ arn: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess' }]
  const role = clients(as, (await ada.sts.send(assume('One', { PolicyArns }))).Credentials)
  await role.iam.send(new ListUsersCommand())
  expect(await refusal(role.iam.send(new CreateUserCommand({ UserName: 'bob' })))).toMatch(
    / because no session policy allows the iam:CreateUser action$/,
  )
})

test('a role has no user to speak of', async () => {
  const { ada, as } = account()
  const role = clients(as, (await ada.sts.send(assume('One'))).Credentials)
  expect(await refusal(role.iam.send(new GetUserCommand({})))).toBe(
    'ValidationError: Must specify userName when calling with non-User credentials',
  )
})

test('a role that assumes a role has an hour at most', async () => {
  const { ada, as } = account()
  const one = clients(as, (await ada.sts.send(assume('One'))).Credentials)
  expect(await refusal(one.sts.send(assume('Two', { DurationSeconds: 3601 })))).toBe(
    'ValidationError: The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
  )
  expect(await refusal(one.sts.send(assume('Two')))).toBe('allowed')
  expect(await refusal(ada.sts.send(assume('Two', { DurationSeconds: 43_200 })))).toBe('allowed')
})

test('a transitive tag goes on to the next role and cannot be set anew; another tag does not go on', async () => {
  const { ada, as, store } = account()
  const Tags = [
    { Key: 'team', Value: 'blue' },
    { Key: 'once', Value: 'only' },
  ]
  const { Credentials } = await ada.sts.send(assume('One', { Tags, TransitiveTagKeys: ['team'] }))
  const one = clients(as, Credentials)
  expect(await refusal(one.sts.send(assume('Two', { Tags: [{ Key: 'Team', Value: 'red' }] })))).toBe(
    "InvalidParameterValue: One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.",
  )
  const next = await one.sts.send(assume('Two'))
  const { tags, transitive } = store.state.sessions.get(next.Credentials!.AccessKeyId!)!
  expect({ tags, transitive }).toEqual({ tags: [{ Key: 'team', Value: 'blue' }], transitive: ['team'] })
})

test('a session’s tags are those of its principal, before the role’s own', async () => {
  const { ada, as } = account({
    tags: [{ Key: 'team', Value: 'red' }],
    inline: { list: may('iam:ListUsers', '*', { StringEquals: { 'aws:PrincipalTag/team': 'blue' } }) },
  })
  const untagged = clients(as, (await ada.sts.send(assume('One'))).Credentials)
  expect(await refusal(untagged.iam.send(new ListUsersCommand()))).toMatch(/^AccessDenied/)
  const Tags = [{ Key: 'team', Value: 'blue' }]
  const tagged = clients(as, (await ada.sts.send(assume('One', { Tags }))).Credentials)
  expect(await refusal(tagged.iam.send(new ListUsersCommand()))).toBe('allowed')
})

test('a session of a role that is gone is refused', async () => {
  const { ada, as, store } = account()
  const role = clients(as, (await ada.sts.send(assume('One'))).Credentials)
  store.transact(({ roles }) => roles.delete('one'))
  expect(await refusal(role.sts.send(new GetCallerIdentityCommand()))).toBe(
    'InvalidClientTokenId: The security token included in the request is invalid.',
  )
})

test('a role may not ask for a session token or a federation token', async () => {
  const { ada, as } = account()
  const role = clients(as, (await ada.sts.send(assume('One'))).Credentials)
  expect(await refusal(role.sts.send(new GetSessionTokenCommand()))).toBe(
    'AccessDenied: Cannot call GetSessionToken with session credentials',
  )
  expect(await refusal(role.sts.send(new GetFederationTokenCommand({ Name: 'bob' })))).toBe(
    'AccessDenied: Cannot call GetFederationToken with session credentials',
  )
})

test('a federated user may not call IAM, nor STS but for GetCallerIdentity', async () => {
  const { ada, as } = account()
  const { Credentials } = await ada.sts.send(
    new GetFederationTokenCommand({ Name: 'bob', Policy: may(['iam:*', 'sts:*']) }),
  )
  const bob = clients(as, Credentials)
  const { Arn, UserId } = await bob.sts.send(new GetCallerIdentityCommand())
  expect({ Arn, UserId }).toEqual({
    Arn: 'arn:aws:sts::111122223333:federated-user/bob',
    UserId: '111122223333:bob',
  })
  expect(await refusal(bob.iam.send(new GetUserCommand({ UserName: 'ada' })))).toBe(
    'InvalidClientTokenId: The security token included in the request is invalid.',
  )
  expect(await refusal(bob.sts.send(assume('One')))).toBe(
    'AccessDenied: Cannot call AssumeRole with session credentials',
  )
})

test('a role shows when and where it was last used', async () => {
  const { ada, as, root, store } = account()
  const used = async () => (await root.iam.send(new GetRoleCommand({ RoleName: 'One' }))).Role!.RoleLastUsed
  const { Credentials } = await ada.sts.send(assume('One'))
  expect(await used()).toEqual({})
  await clients(as, Credentials).sts.send(new GetCallerIdentityCommand())
  const { at } = store.state.roles.get('one')!.lastUsed!
  expect(await used()).toEqual({ LastUsedDate: new Date(at), Region: 'us-east-1' })
  expect(Date.now() - Date.parse(at)).toBeLessThan(120_000)
})

test('a new default version of a policy counts at once', async () => {
  const { ada, root } = account()
  const document = (action: string) => may(action)
  const { Policy } = await root.iam.send(
    new CreatePolicyCommand({ PolicyName: 'Own', PolicyDocument: document('iam:ListGroups') }),
  )
  const PolicyArn = Policy!.Arn!
  await root.iam.send(new AttachUserPolicyCommand({ UserName: 'ada', PolicyArn }))
  expect(await refusal(ada.iam.send(new ListUsersCommand()))).toMatch(/^AccessDenied/)
  await root.iam.send(
    new CreatePolicyVersionCommand({
      PolicyArn,
      PolicyDocument: document('iam:ListUsers'),
      SetAsDefault: true,
    }),
  )
  expect(await refusal(ada.iam.send(new ListUsersCommand()))).toBe('allowed')
  await root.iam.send(new SetDefaultPolicyVersionCommand({ PolicyArn, VersionId: 'v1' }))
  expect(await refusal(ada.iam.send(new ListUsersCommand()))).toMatch(/^AccessDenied/)
})

test('a permission to make roles can ask for a boundary on them', async () => {
  const { store, root, as } = simulated()
  const boundary = 'arn:aws:iam::aws:policy/IAMReadOnlyAccess'
  const owner = addUser(store, {
    name: 'ada',
    inline: {
      roles: may(['iam:CreateRole', 'iam:PutRolePolicy'], '*', {
        StringEquals: { 'iam:PermissionsBoundary': boundary },
      }),
    },
  })
  const ada = as(addAccessKey(store, { owner }))
  const role = (RoleName: string) => ({
    RoleName,
    AssumeRolePolicyDocument: trusting({ AWS: '111122223333' }),
  })
  const policy = (RoleName: string) =>
    new PutRolePolicyCommand({ RoleName, PolicyName: 'all', PolicyDocument: may('*') })
  expect(await refusal(ada.iam.send(new CreateRoleCommand(role('Free'))))).toMatch(/^AccessDenied/)
  expect(
    await refusal(ada.iam.send(new CreateRoleCommand({ ...role('Bound'), PermissionsBoundary: boundary }))),
  ).toBe('allowed')
  await root.iam.send(new CreateRoleCommand(role('Other')))
  expect(await refusal(ada.iam.send(policy('Bound')))).toBe('allowed')
  expect(await refusal(ada.iam.send(policy('Other')))).toMatch(/^AccessDenied/)
})
