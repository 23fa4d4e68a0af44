import {
  AddRoleToInstanceProfileCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
  GetInstanceProfileCommand,
  RemoveRoleFromInstanceProfileCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { trusting } from '../rows.ts'

const account = trusting({ AWS: '111122223333' })
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
    name: 'the role it holds',
    given: withRole,
    call: new RemoveRoleFromInstanceProfileCommand({ InstanceProfileName: 'Web', RoleName: 'Deploy' }),
    expect: { output: {} },
    afterwards: {
      call: new GetInstanceProfileCommand({ InstanceProfileName: 'Web' }),
      output: { InstanceProfile: profile },
    },
  },
  {
    name: 'a role it does not hold',
    given: withRole.slice(0, 2),
    call: new RemoveRoleFromInstanceProfileCommand({ InstanceProfileName: 'Web', RoleName: 'Deploy' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The role with name Deploy cannot be found.' },
  },
  {
    name: 'an instance profile that is not there',
    call: new RemoveRoleFromInstanceProfileCommand({ InstanceProfileName: 'Web', RoleName: 'Deploy' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'Instance Profile Web cannot be found.' },
  },
] satisfies Case[]
