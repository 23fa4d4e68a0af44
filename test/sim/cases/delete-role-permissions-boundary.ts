import {
  CreateRoleCommand,
  DeleteRolePermissionsBoundaryCommand,
  GetRoleCommand,
  PutRolePermissionsBoundaryCommand,
} from '@aws-sdk/client-iam'
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
    name: 'nothing is limited any more',
    given: [
      created,
      new PutRolePermissionsBoundaryCommand({
        RoleName: 'Deploy',
        PermissionsBoundary: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess',
      }),
    ],
    call: new DeleteRolePermissionsBoundaryCommand({ RoleName: 'Deploy' }),
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
          RoleLastUsed: {},
        },
      },
    },
  },
  {
    name: 'a role that is not there',
    call: new DeleteRolePermissionsBoundaryCommand({ RoleName: 'Deploy' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The role with name Deploy cannot be found.' },
  },
] satisfies Case[]
