import { LookupEventsCommand } from '@aws-sdk/client-cloudtrail'
import {
  CreateAccessKeyCommand,
  CreateLoginProfileCommand,
  CreateUserCommand,
  DeleteUserCommand,
  EnableMFADeviceCommand,
  GetUserCommand,
} from '@aws-sdk/client-iam'
import { AssumeRoleCommand } from '@aws-sdk/client-sts'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createConsole } from '../../src/sim/console.ts'
import type { EventRow, Store } from '../../src/sim/state.ts'
import { openStore } from '../../src/sim/store.ts'
import { roleNamed } from './rows.ts'
import { addAccessKey, addUser, simulated } from './simulated.ts'

/** An event without what differs from run to run. */
const plain = ({ eventID: _, eventTime: __, requestID: ___, userAgent: ____, ...event }: EventRow) => event
const last = (store: Store) => plain(store.history().at(-1)!)
const always = {
  eventVersion: '1.11',
  awsRegion: 'us-east-1',
  sourceIPAddress: '127.0.0.1',
  managementEvent: true,
  recipientAccountId: '111122223333',
  eventCategory: 'Management',
}
const ignore = () => undefined

test('a change is recorded with who made it, what was asked and what was answered', async () => {
  const { store, as } = simulated()
  const owner = addUser(store, {
    name: 'ada',
    attached: ['arn:aws:iam::aws:policy/AdministratorAccess'],
  })
  const { iam } = as(addAccessKey(store, { owner }))
  await iam.send(new CreateUserCommand({ UserName: 'bob', Tags: [{ Key: 'team', Value: 'blue' }] }))
  const { UserId, CreateDate } = (await iam.send(new GetUserCommand({ UserName: 'bob' }))).User!
  const created = store.history().find(({ eventName }) => eventName === 'CreateUser')!
  expect(plain(created)).toEqual({
    ...always,
    userIdentity: {
      type: 'IAMUser',
      principalId: store.state.users.get('ada')!.id,
      arn: 'arn:aws:iam::111122223333:user/ada',
      accountId: '111122223333',
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      userName: 'ada',
    },
    eventSource: 'iam.amazonaws.com',
    eventName: 'CreateUser',
    requestParameters: { userName: 'bob', tags: [{ key: 'team', value: 'blue' }] },
    responseElements: {
      user: {
        path: '/',
        userName: 'bob',
        userId: UserId,
        arn: 'arn:aws:iam::111122223333:user/bob',
        createDate: CreateDate!.toISOString(),
        tags: [{ key: 'team', value: 'blue' }],
      },
    },
    readOnly: false,
    eventType: 'AwsApiCall',
  })
  expect(last(store)).toMatchObject({ eventName: 'GetUser', readOnly: true, responseElements: null })
})

test('a refusal is recorded with AWS’s error, as IAM’s events call it', async () => {
  const { store, root, as } = simulated()
  await root.iam.send(new DeleteUserCommand({ UserName: 'nobody' })).catch(ignore)
  expect(last(store)).toMatchObject({
    eventName: 'DeleteUser',
    errorCode: 'NoSuchEntityException',
    errorMessage: 'The user with name nobody cannot be found.',
    requestParameters: { userName: 'nobody' },
    responseElements: null,
  })
  const { iam } = as(addAccessKey(store, { owner: addUser(store, { name: 'ada' }) }))
  await iam.send(new DeleteUserCommand({ UserName: 'nobody' })).catch(ignore)
  expect(last(store)).toMatchObject({ errorCode: 'AccessDenied', userIdentity: { userName: 'ada' } })
})

test('a request that nobody has signed rightly is no event', async () => {
  const { store, as, rootCredentials } = simulated()
  await as({ ...rootCredentials, secretAccessKey: 'wrong' })
    .iam.send(new GetUserCommand({}))
    .catch(ignore)
  expect(store.history()).toEqual([])
})

test('a session says whether it had MFA, and a role who stands behind it', async () => {
  const { store, as } = simulated()
  const owner = addUser(store, {
    name: 'ada',
    inline: { all: '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}' },
  })
  store.transact(({ roles }) => roles.put('deploy', roleNamed('Deploy')))
  const { Credentials } = await as(addAccessKey(store, { owner })).sts.send(
    new AssumeRoleCommand({ RoleArn: 'arn:aws:iam::111122223333:role/Deploy', RoleSessionName: 'work' }),
  )
  const { SecretAccessKey, SessionToken, AccessKeyId } = Credentials!
  const role = as({
    accessKeyId: AccessKeyId!,
    secretAccessKey: SecretAccessKey!,
    sessionToken: SessionToken!,
  })
  await role.iam.send(new GetUserCommand({ UserName: 'ada' })).catch(ignore)
  const { userIdentity } = last(store)
  expect(userIdentity).toEqual({
    type: 'AssumedRole',
    principalId: `${roleNamed('Deploy').id}:work`,
    arn: 'arn:aws:sts::111122223333:assumed-role/Deploy/work',
    accountId: '111122223333',
    accessKeyId: AccessKeyId,
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        principalId: roleNamed('Deploy').id,
        arn: 'arn:aws:iam::111122223333:role/Deploy',
        accountId: '111122223333',
        userName: 'Deploy',
      },
      attributes: {
        creationDate: store.state.sessions.get(AccessKeyId!)!.issuedAt,
        mfaAuthenticated: 'false',
      },
    },
  })
})

test('no secret is in the history', async () => {
  const { store, root, as, rootCredentials } = simulated()
  await root.iam.send(new CreateUserCommand({ UserName: 'ada' }))
  await root.iam.send(new CreateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-1' }))
  const { AccessKey } = await root.iam.send(new CreateAccessKeyCommand({ UserName: 'ada' }))
  await root.iam
    .send(
      new EnableMFADeviceCommand({
        UserName: 'ada',
        SerialNumber: 'arn:aws:iam::111122223333:mfa/none',
        AuthenticationCode1: '123456',
        AuthenticationCode2: '654321',
      }),
    )
    .catch(ignore)
  await as({ accessKeyId: AccessKey!.AccessKeyId!, secretAccessKey: AccessKey!.SecretAccessKey! })
    .sts.send(
      new AssumeRoleCommand({ RoleArn: 'arn:aws:iam::111122223333:role/none', RoleSessionName: 'work' }),
    )
    .catch(ignore)
  const text = JSON.stringify(store.history())
  const secrets = [
    'Correct-Horse-1',
    AccessKey!.SecretAccessKey!,
    '123456',
    '654321',
    rootCredentials.secretAccessKey,
    rootCredentials.sessionToken!,
  ]
  expect(secrets.filter(secret => text.includes(secret))).toEqual([])
  expect(text).toContain('HIDDEN_DUE_TO_SECURITY_REASONS')
})

test('the console’s sign-ins and switches are events too', async () => {
  const { store } = simulated()
  const now = () => new Date()
  const console = createConsole({ store, now, machineNow: now, signedIn: () => {} })
  const { rootEmail: Email, rootPassword: Password } = store.state.account
  await console.submit('sign-in-as-root', { Email, Password: 'wrong' }).catch(ignore)
  await console.submit('sign-in-as-root', { Email, Password })
  await console.submit('activate-iam-access-to-billing', {})
  expect(
    store.history().map(({ eventSource, eventName, eventType, responseElements, additionalEventData }) => ({
      event: `${eventSource} ${eventName} ${eventType}`,
      responseElements,
      additionalEventData,
    })),
  ).toEqual([
    {
      event: 'signin.amazonaws.com ConsoleLogin AwsConsoleSignIn',
      responseElements: { ConsoleLogin: 'Failure' },
      additionalEventData: { MobileVersion: 'No', MFAUsed: 'No' },
    },
    {
      event: 'signin.amazonaws.com ConsoleLogin AwsConsoleSignIn',
      responseElements: { ConsoleLogin: 'Success' },
      additionalEventData: { MobileVersion: 'No', MFAUsed: 'No' },
    },
    {
      event: 'billingconsole.amazonaws.com SetIAMAccessPreference AwsConsoleAction',
      responseElements: null,
      additionalEventData: undefined,
    },
  ])
})

test('reads cost no write: they reach the disk with the next change, or when the account is closed', () => {
  const dir = mkdtempSync(join(tmpdir(), 'iam-lab-history-'))
  const now = () => new Date('2026-03-04T05:06:07Z')
  const event = (eventID: string, eventTime = '2026-03-04T05:06:07Z') => ({ eventID, eventTime }) as EventRow
  try {
    const { store } = openStore(dir, { now })
    const written = () => readFileSync(join(dir, 'db.journal'), 'utf8')
    store.record(event('one'))
    expect(written()).not.toContain('"one"')
    store.transact(state => state.setAccount({ alias: 'practice-lab' }))
    expect(written()).toContain('"one"')
    store.record(event('two'))
    store.close()
    const again = openStore(dir, { now }).store
    expect(again.history().map(({ eventID }) => eventID)).toEqual(['one', 'two'])
    again.record(event('later', '2026-06-05T00:00:00Z'))
    again.transact(state => state.setAccount({ alias: 'practice-lab-2' }))
    expect(again.history().map(({ eventID }) => eventID)).toEqual(['later'])
    for (let i = 0; i < 2100; i++) again.record(event(`n${i}`, '2026-06-05T00:00:00Z'))
    again.transact(state => state.setAccount({ alias: 'practice-lab-3' }))
    expect([again.history().length, again.history().at(-1)!.eventID]).toEqual([2000, 'n2099'])
    again.close()
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
})

test('what happens is found by LookupEvents, itself among it', async () => {
  const { root } = simulated()
  await root.iam.send(new CreateUserCommand({ UserName: 'ada' }))
  const lookup = new LookupEventsCommand({})
  expect((await root.cloudtrail.send(lookup)).Events!.map(({ EventName }) => EventName)).toEqual([
    'CreateUser',
  ])
  expect((await root.cloudtrail.send(lookup)).Events!.map(({ EventName }) => EventName)).toEqual([
    'LookupEvents',
    'CreateUser',
  ])
})
