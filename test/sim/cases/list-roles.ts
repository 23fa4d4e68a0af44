import { CreateRoleCommand, ListRolesCommand } from '@aws-sdk/client-iam'
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
    name: 'without tags, boundary and last use',
    given: [created],
    call: new ListRolesCommand(),
    expect: {
      output: { Roles: [{ ...role, Description: 'Deploys.', MaxSessionDuration: 7200 }], IsTruncated: false },
    },
  },
  {
    name: 'below a path',
    given: [created],
    call: new ListRolesCommand({ PathPrefix: '/other/' }),
    expect: { output: { Roles: [], IsTruncated: false } },
  },
  {
    name: 'a page of one',
    given: [created, new CreateRoleCommand({ RoleName: 'Zed', AssumeRolePolicyDocument: account })],
    call: new ListRolesCommand({ MaxItems: 1 }),
    expect: {
      output: {
        Roles: [{ ...role, Description: 'Deploys.', MaxSessionDuration: 7200 }],
        IsTruncated: true,
        Marker: '<Marker>',
      },
    },
  },
] satisfies Case[]
