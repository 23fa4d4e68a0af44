import {
  AddRoleToInstanceProfileCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
  GetInstanceProfileCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { trusting, userNamed } from '../rows.ts'

const account = trusting({ AWS: '111122223333' })
const role = {
  Path: '/team/',
  RoleName: 'Deploy',
  RoleId: '<RoleId>',
  Arn: 'arn:aws:iam::111122223333:role/team/Deploy',
  CreateDate: '<now>',
  AssumeRolePolicyDocument: encodeURIComponent(account),
}
const profile = {
  Path: '/team/',
  InstanceProfileName: 'Web',
  InstanceProfileId: '<InstanceProfileId>',
  Arn: 'arn:aws:iam::111122223333:instance-profile/team/Web',
  CreateDate: '<now>',
  Roles: [] as object[],
}
const created = new CreateInstanceProfileCommand({ InstanceProfileName: 'Web', Path: '/team/' })
const withRole = [
  created,
  new CreateRoleCommand({ RoleName: 'Deploy', Path: '/team/', AssumeRolePolicyDocument: account }),
  new AddRoleToInstanceProfileCommand({ InstanceProfileName: 'Web', RoleName: 'Deploy' }),
]

export default [
  {
    name: 'a role',
    given: withRole.slice(0, 2),
    call: new AddRoleToInstanceProfileCommand({ InstanceProfileName: 'Web', RoleName: 'Deploy' }),
    expect: { output: {} },
    afterwards: {
      call: new GetInstanceProfileCommand({ InstanceProfileName: 'Web' }),
      output: { InstanceProfile: { ...profile, Roles: [role] } },
    },
  },
  {
    name: 'a second role',
    given: withRole,
    call: new AddRoleToInstanceProfileCommand({ InstanceProfileName: 'Web', RoleName: 'Deploy' }),
    expect: {
      code: 'LimitExceeded',
      status: 409,
      message: 'Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1',
    },
  },
  {
    name: 'the permission to pass the role is needed as well',
    rows: ({ users }) =>
      users.put('ada', {
        ...userNamed('ada'),
        inline: { add: '{"Statement":{"Effect":"Allow","Action":"iam:AddRole*","Resource":"*"}}' },
      }),
    given: withRole.slice(0, 2),
    as: 'ada',
    call: new AddRoleToInstanceProfileCommand({ InstanceProfileName: 'Web', RoleName: 'Deploy' }),
    expect: {
      code: 'AccessDenied',
      status: 403,
      message:
        'User: arn:aws:iam::111122223333:user/ada is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111122223333:role/team/Deploy because no identity-based policy allows the iam:PassRole action',
    },
  },
  {
    name: 'an instance profile that is not there',
    call: new AddRoleToInstanceProfileCommand({ InstanceProfileName: 'Web', RoleName: 'Deploy' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'Instance Profile Web cannot be found.' },
  },
  {
    name: 'a role that is not there',
    given: [created],
    call: new AddRoleToInstanceProfileCommand({ InstanceProfileName: 'Web', RoleName: 'Deploy' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The role with name Deploy cannot be found.' },
  },
] satisfies Case[]
