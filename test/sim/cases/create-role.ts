import { CreateRoleCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { roleNamed, trusting } from '../rows.ts'
import { malformedTrust } from '../trust-documents.ts'

const account = trusting({ AWS: '111122223333' })
const role = {
  Path: '/team/',
  RoleName: 'Deploy',
  RoleId: '<RoleId>',
  Arn: 'arn:aws:iam::111122223333:role/team/Deploy',
  CreateDate: '<now>',
  AssumeRolePolicyDocument: encodeURIComponent(account),
}
const created = new CreateRoleCommand({
  RoleName: 'Deploy',
  Path: '/team/',
  AssumeRolePolicyDocument: account,
  Description: 'Deploys.',
  MaxSessionDuration: 7200,
  Tags: [{ Key: 'team', Value: 'blue' }],
})

export default [
  {
    name: 'a role with everything',
    call: created,
    expect: {
      output: {
        Role: {
          ...role,
          Description: 'Deploys.',
          MaxSessionDuration: 7200,
          Tags: [{ Key: 'team', Value: 'blue' }],
        },
      },
    },
  },
  {
    name: 'an hour, and nothing else, unless said',
    call: new CreateRoleCommand({ RoleName: 'Deploy', Path: '/team/', AssumeRolePolicyDocument: account }),
    expect: { output: { Role: { ...role, MaxSessionDuration: 3600 } } },
  },
  {
    name: 'a name that is taken, in another case',
    given: [created],
    call: new CreateRoleCommand({ RoleName: 'DEPLOY', AssumeRolePolicyDocument: account }),
    expect: { code: 'EntityAlreadyExists', status: 409, message: 'Role with name DEPLOY already exists.' },
  },
  {
    name: 'the 1,001st role',
    rows: ({ roles }) => {
      for (let i = 0; i < 1000; i++) roles.put(`r${i}`, roleNamed(`r${i}`))
    },
    call: created,
    expect: { code: 'LimitExceeded', status: 409, message: 'Cannot exceed quota for RolesPerAccount: 1000' },
  },
  {
    name: 'a boundary that is not there',
    call: new CreateRoleCommand({
      RoleName: 'Deploy',
      AssumeRolePolicyDocument: account,
      PermissionsBoundary: 'arn:aws:iam::111122223333:policy/none',
    }),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: 'Scope ARN: arn:aws:iam::111122223333:policy/none does not exist or is not attachable.',
    },
  },
  {
    name: 'sessions of more than twelve hours',
    call: new CreateRoleCommand({
      RoleName: 'Deploy',
      AssumeRolePolicyDocument: account,
      MaxSessionDuration: 43_201,
    }),
    expect: {
      code: 'ValidationError',
      status: 400,
      message:
        "1 validation error detected: Value at 'maxSessionDuration' failed to satisfy constraint: Member must have value less than or equal to 43200",
    },
  },
  ...malformedTrust.map(({ name, document, code, message }) => ({
    name,
    call: new CreateRoleCommand({ RoleName: 'Deploy', AssumeRolePolicyDocument: document }),
    expect: { code, status: code === 'LimitExceeded' ? 409 : 400, message },
  })),
] satisfies Case[]
