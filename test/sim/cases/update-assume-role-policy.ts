import { CreateRoleCommand, ListRolesCommand, UpdateAssumeRolePolicyCommand } from '@aws-sdk/client-iam'
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
    name: 'another trust policy',
    given: [created],
    call: new UpdateAssumeRolePolicyCommand({ RoleName: 'Deploy', PolicyDocument: trusting('*') }),
    expect: { output: {} },
    afterwards: {
      call: new ListRolesCommand(),
      output: {
        Roles: [
          {
            ...role,
            Description: 'Deploys.',
            MaxSessionDuration: 7200,
            AssumeRolePolicyDocument: encodeURIComponent(trusting('*')).replaceAll('*', '%2A'),
          },
        ],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'a trust policy that is none',
    given: [created],
    call: new UpdateAssumeRolePolicyCommand({ RoleName: 'Deploy', PolicyDocument: '{' }),
    expect: { code: 'MalformedPolicyDocument', status: 400, message: 'This policy contains invalid Json' },
  },
  {
    name: 'a role that is not there',
    call: new UpdateAssumeRolePolicyCommand({ RoleName: 'Deploy', PolicyDocument: trusting('*') }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The role with name Deploy cannot be found.' },
  },
] satisfies Case[]
