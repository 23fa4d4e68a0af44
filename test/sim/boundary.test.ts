import {
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateUserCommand,
  DeleteUserPermissionsBoundaryCommand,
  ListGroupsCommand,
  ListUsersCommand,
  PutUserPermissionsBoundaryCommand,
} from '@aws-sdk/client-iam'
import { expect, test } from 'vitest'
import { document, ofAws } from './own-policy.ts'
import { addAccessKey, addUser, simulated } from './simulated.ts'

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'allowed',
    error => `${error.name}: ${error.message}`,
  )

const readOnly = 'arn:aws:iam::aws:policy/IAMReadOnlyAccess'
const denied = (action: string, resource: string) =>
  `AccessDenied: User: arn:aws:iam::111122223333:user/ada is not authorized to perform: ${action} on resource: ${resource} because no permissions boundary allows the ${action} action`

test('a boundary limits from the next call on, as it says at that time, until it is taken away', async () => {
  const { store, root, as } = simulated()
  const ada = as(addAccessKey(store, { owner: addUser(store, { name: 'ada', attached: [ofAws] }) }))
  const { Policy } = await root.iam.send(
    new CreatePolicyCommand({ PolicyName: 'Most', PolicyDocument: document('iam:ListUsers') }),
  )
  const PermissionsBoundary = Policy!.Arn!
  const groups = 'arn:aws:iam::111122223333:group/'
  expect(await refusal(ada.iam.send(new ListGroupsCommand()))).toBe('allowed')

  await root.iam.send(new PutUserPermissionsBoundaryCommand({ UserName: 'ada', PermissionsBoundary }))
  expect(await refusal(ada.iam.send(new ListUsersCommand()))).toBe('allowed')
  expect(await refusal(ada.iam.send(new ListGroupsCommand()))).toBe(denied('iam:ListGroups', groups))

  await root.iam.send(
    new CreatePolicyVersionCommand({
      PolicyArn: PermissionsBoundary,
      PolicyDocument: document('iam:ListGroups'),
      SetAsDefault: true,
    }),
  )
  expect(await refusal(ada.iam.send(new ListGroupsCommand()))).toBe('allowed')
  expect(await refusal(ada.iam.send(new ListUsersCommand()))).toBe(
    denied('iam:ListUsers', 'arn:aws:iam::111122223333:user/'),
  )

  await root.iam.send(new DeleteUserPermissionsBoundaryCommand({ UserName: 'ada' }))
  expect(await refusal(ada.iam.send(new ListUsersCommand()))).toBe('allowed')
})

// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html, "Delegating responsibility to others using permissions boundaries".
test('a permission to make users can ask for a boundary on them, which then stays', async () => {
  const { store, as } = simulated()
  const statements = [
    {
      Effect: 'Allow',
      Action: ['iam:CreateUser', 'iam:PutUserPermissionsBoundary'],
      Resource: '*',
      Condition: { StringEquals: { 'iam:PermissionsBoundary': readOnly } },
    },
    { Effect: 'Deny', Action: 'iam:DeleteUserPermissionsBoundary', Resource: '*' },
  ]
  const owner = addUser(store, {
    name: 'zhang',
    inline: { delegate: JSON.stringify({ Version: '2012-10-17', Statement: statements }) },
  })
  const zhang = as(addAccessKey(store, { owner }))
  const make = (UserName: string, PermissionsBoundary?: string) =>
    refusal(zhang.iam.send(new CreateUserCommand({ UserName, PermissionsBoundary })))
  const bind = (PermissionsBoundary: string) =>
    refusal(
      zhang.iam.send(new PutUserPermissionsBoundaryCommand({ UserName: 'nikhil', PermissionsBoundary })),
    )
  expect(await make('free')).toMatch(/^AccessDenied: .* no identity-based policy allows the iam:CreateUser/)
  expect(await make('other', ofAws)).toMatch(/^AccessDenied: /)
  expect(await make('nikhil', readOnly)).toBe('allowed')
  expect(await bind(ofAws)).toBe(
    'AccessDenied: User: arn:aws:iam::111122223333:user/zhang is not authorized to perform: iam:PutUserPermissionsBoundary on resource: user nikhil because no identity-based policy allows the iam:PutUserPermissionsBoundary action',
  )
  expect(await bind(readOnly)).toBe('allowed')
  expect(
    await refusal(zhang.iam.send(new DeleteUserPermissionsBoundaryCommand({ UserName: 'nikhil' }))),
  ).toMatch(/ on resource: user nikhil with an explicit deny in an identity-based policy$/)
})
