import {
  AddRoleToInstanceProfileCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
  DeleteInstanceProfileCommand,
  ListInstanceProfilesCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { trusting } from '../rows.ts'

const created = new CreateInstanceProfileCommand({ InstanceProfileName: 'Web', Path: '/team/' })

export default [
  {
    name: 'a profile without a role',
    given: [created],
    call: new DeleteInstanceProfileCommand({ InstanceProfileName: 'Web' }),
    expect: { output: {} },
    afterwards: {
      call: new ListInstanceProfilesCommand(),
      output: { InstanceProfiles: [], IsTruncated: false },
    },
  },
  {
    name: 'a profile that holds a role',
    given: [
      created,
      new CreateRoleCommand({ RoleName: 'Deploy', AssumeRolePolicyDocument: trusting('*') }),
      new AddRoleToInstanceProfileCommand({ InstanceProfileName: 'Web', RoleName: 'Deploy' }),
    ],
    call: new DeleteInstanceProfileCommand({ InstanceProfileName: 'Web' }),
    expect: {
      code: 'DeleteConflict',
      status: 409,
      message: 'Cannot delete entity, must remove roles from instance profile first.',
    },
  },
  {
    name: 'an instance profile that is not there',
    call: new DeleteInstanceProfileCommand({ InstanceProfileName: 'Web' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'Instance Profile Web cannot be found.' },
  },
] satisfies Case[]
