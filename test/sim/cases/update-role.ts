import { CreateRoleCommand, ListRolesCommand, UpdateRoleCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { trusting } from '../rows.ts'

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
    name: 'a description and a longer session',
    given: [created],
    call: new UpdateRoleCommand({ RoleName: 'Deploy', Description: 'More.', MaxSessionDuration: 43_200 }),
    expect: { output: {} },
    afterwards: {
      call: new ListRolesCommand(),
      output: { Roles: [{ ...role, Description: 'More.', MaxSessionDuration: 43_200 }], IsTruncated: false },
    },
  },
  {
    name: 'nothing',
    given: [created],
    call: new UpdateRoleCommand({ RoleName: 'Deploy' }),
    expect: { output: {} },
    afterwards: {
      call: new ListRolesCommand(),
      output: { Roles: [{ ...role, Description: 'Deploys.', MaxSessionDuration: 7200 }], IsTruncated: false },
    },
  },
  {
    name: 'a role that is not there',
    call: new UpdateRoleCommand({ RoleName: 'Deploy' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The role with name Deploy cannot be found.' },
  },
] satisfies Case[]
