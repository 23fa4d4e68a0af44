import {
  AddRoleToInstanceProfileCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
  ListInstanceProfilesCommand,
} from '@aws-sdk/client-iam'
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
    name: 'a profile with its role',
    given: withRole,
    call: new ListInstanceProfilesCommand(),
    expect: { output: { InstanceProfiles: [{ ...profile, Roles: [role] }], IsTruncated: false } },
  },
  {
    name: 'below a path',
    given: withRole,
    call: new ListInstanceProfilesCommand({ PathPrefix: '/other/' }),
    expect: { output: { InstanceProfiles: [], IsTruncated: false } },
  },
] satisfies Case[]
