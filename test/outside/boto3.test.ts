import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { newHome } from '../home.ts'
import { addUser } from '../sim/simulated.ts'
import { labAnswers } from './lab-answers.ts'
import { prepare, refusals } from './refusals.ts'
import { openServedHere, printed } from './serve.ts'
import { run, runBeside } from './tools.ts'

/** What one of the scripts beside this file prints. */
const python = async (script: string, env: Record<string, string>, input: unknown = ''): Promise<string> => {
  const path = fileURLToPath(new URL(`boto3/${script}`, import.meta.url))
  const { status, stdout, stderr } = await runBeside('boto3', ['-B', path], {
    env,
    input: JSON.stringify(input),
  })
  expect([status, stderr]).toEqual([0, ''])
  return stdout
}

test('boto3 does the API part of the lab and takes it back', async () => {
  const { envOf, rootCredentials } = await openServedHere()
  expect(printed(await python('lab.py', envOf(rootCredentials)))).toEqual(labAnswers)
})

test('boto3 shows the code, the status and the sentence of each refusal', { timeout: 60_000 }, async () => {
  const served = await openServedHere()
  const signers = await prepare(served)
  const rows = refusals()
  const calls = rows.map(([signedWith, call, input]) => {
    const [service, operation] = call.split(' ')
    return { credentials: signers[signedWith] ?? null, service, operation, input }
  })
  const outcomes = JSON.parse(await python('calls.py', served.envOf(undefined), calls)) as object[]
  const shown = outcomes.map((outcome, index) => ({ call: rows[index]!.slice(0, 3), ...outcome }))
  expect(shown).toEqual(
    rows.map(([signedWith, call, input, code, status, message]) => ({
      call: [signedWith, call, input],
      code,
      status,
      message,
    })),
  )
})

test("boto3's paginators, waiters and presigned URLs come to their end", async () => {
  const { store, envOf, rootCredentials } = await openServedHere()
  const users = Array.from({ length: 52 }, (_, index) => `user-${String(index).padStart(4, '0')}`)
  const groups = users.slice(0, 15).map(name => name.replace('user', 'group'))
  const createdAt = '2026-01-01T00:00:00Z'
  for (const name of users) addUser(store, { name, createdAt })
  store.transact(state => {
    for (const name of groups)
      state.groups.put(name, { name, path: '/', id: name, createdAt, attached: [], inline: {} })
  })
  const seen = JSON.parse(await python('pages.py', envOf(rootCredentials)))
  const policies: string[] = seen.policiesAsOne
  expect(policies).toContain('arn:aws:iam::aws:policy/AdministratorAccess')
  expect({
    ...seen,
    presigned: withoutIds(seen.presigned),
    presignedAndChanged: withoutIds(seen.presignedAndChanged),
  }).toEqual({
    usersAsOne: [users, false],
    usersBySeven: [users, [7, 7, 7, 7, 7, 7, 7, 3]],
    usersUpToTen: users.slice(0, 10),
    groupsBySeven: groups,
    policiesAsOne: policies,
    policiesByTwo: policies,
    waiters: [
      'there',
      'Waiter UserExists failed: Max attempts exceeded. Previously accepted state: Matched expected service error code: NoSuchEntity',
    ],
    presigned: [
      200,
      '<GetUserResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><GetUserResult><User><Path>/</Path><UserName>user-0001</UserName><UserId>AIDAUSER22222AAAAAAAA</UserId><Arn>arn:aws:iam::111122223333:user/user-0001</Arn><CreateDate>2026-01-01T00:00:00Z</CreateDate></User></GetUserResult><ResponseMetadata><RequestId>ID</RequestId></ResponseMetadata></GetUserResponse>',
    ],
    presignedAndChanged: [
      403,
      '<ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>Sender</Type><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.</Message></Error><RequestId>ID</RequestId></ErrorResponse>',
    ],
    presignedForGet: 403,
  })
})

const withoutIds = ([status, text]: [number, string]) => [
  status,
  text.replace(/(?<=<RequestId>)[\da-f-]{36}/, 'ID'),
]

test('the QR code that boto3 gets holds the seed', async () => {
  const { envOf, rootCredentials } = await openServedHere()
  const [seed, png] = JSON.parse(await python('qr.py', envOf(rootCredentials)))
  const file = join(newHome(), 'code.png')
  writeFileSync(file, png, 'base64')
  expect(run('zbarimg', ['--quiet', '--raw', file])).toBe(
    `otpauth://totp/Amazon%20Web%20Services:phone@111122223333?secret=${seed}&issuer=Amazon%20Web%20Services\n`,
  )
})

test.each([
  [16, 'Signature expired: T is now earlier than T (T - 15 min.)'],
  [-16, 'Signature not yet current: T is still later than T (T + 15 min.)'],
])("boto3 is told when its clock is off: the account's is %i minutes ahead", async (minutes, message) => {
  const { envOf, rootCredentials } = await openServedHere(() => new Date(Date.now() + minutes * 60_000))
  const call = { credentials: rootCredentials, service: 'iam', operation: 'GetUser', input: {} }
  const [outcome] = JSON.parse(await python('calls.py', envOf(undefined), [call]))
  expect({ ...outcome, message: outcome.message.replaceAll(/\d{8}T\d{6}Z/g, 'T') }).toEqual({
    status: 403,
    code: 'SignatureDoesNotMatch',
    message,
  })
})
