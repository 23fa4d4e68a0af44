import { CreateRoleCommand, GetRoleCommand, PutRolePermissionsBoundaryCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { trusting } from '../rows.ts'

const account = trusting({ AWS: '111122223333' })
const created = new CreateRoleCommand({
  RoleName: 'Deploy',
  Path: '/team/',
  AssumeRolePolicyDocument: account,
})

export default [
  {
    name: 'what is allowed at most',
    given: [created],
    call: new PutRolePermissionsBoundaryCommand({
      RoleName: 'Deploy',
      PermissionsBoundary: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess',
    }),
    expect: { output: {} },
    afterwards: {
      call: new GetRoleCommand({ RoleName: 'Deploy' }),
      output: {
        Role: {
          Path: '/team/',
          RoleName: 'Deploy',
          RoleId: '<RoleId>',
          Arn: 'arn:aws:iam::111122223333:role/team/Deploy',
          CreateDate: '<now>',
          AssumeRolePolicyDocument: encodeURIComponent(account).replaceAll('*', '%2A'),
          MaxSessionDuration: 3600,
          PermissionsBoundary: {
            PermissionsBoundaryType: 'PermissionsBoundaryPolicy',
            PermissionsBoundaryArn: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess',
          },
          RoleLastUsed: {},
        },
      },
    },
  },
  {
    name: 'a policy that is not there',
    given: [created],
    call: new PutRolePermissionsBoundaryCommand({
      RoleName: 'Deploy',
      PermissionsBoundary: 'arn:aws:iam::111122223333:policy/none',
    }),
    expect: {
      code: 'NoSuchEntity',
      status: 404,
      message: 'Scope ARN: arn:aws:iam::111122223333:policy/none does not exist or is not attachable.',
    },
  },
  {
    name: 'a role that is not there',
    call: new PutRolePermissionsBoundaryCommand({
      RoleName: 'Deploy',
      PermissionsBoundary: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess',
    }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The role with name Deploy cannot be found.' },
  },
] satisfies Case[]
