import { CreateRoleCommand, UpdateRoleDescriptionCommand } from '@aws-sdk/client-iam'
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
    name: 'another description',
    given: [created],
    call: new UpdateRoleDescriptionCommand({ RoleName: 'Deploy', Description: 'More.' }),
    expect: { output: { Role: { ...role, Description: 'More.', MaxSessionDuration: 7200 } } },
  },
  {
    name: 'a role that is not there',
    call: new UpdateRoleDescriptionCommand({ RoleName: 'Deploy', Description: 'More.' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The role with name Deploy cannot be found.' },
  },
] satisfies Case[]
