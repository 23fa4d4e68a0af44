import {
  AddRoleToInstanceProfileCommand,
  AttachRolePolicyCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
  DeleteRoleCommand,
  ListRolesCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { trusting } from '../rows.ts'

const created = new CreateRoleCommand({ RoleName: 'Deploy', AssumeRolePolicyDocument: trusting('*') })

export default [
  {
    name: 'a role of which nothing is left',
    given: [created],
    call: new DeleteRoleCommand({ RoleName: 'Deploy' }),
    expect: { output: {} },
    afterwards: { call: new ListRolesCommand(), output: { Roles: [], IsTruncated: false } },
  },
  {
    name: 'an attached policy',
    given: [
      created,
      new AttachRolePolicyCommand({
        RoleName: 'Deploy',
        PolicyArn: 'arn:aws:iam::aws:policy/job-function/Billing',
      }),
    ],
    call: new DeleteRoleCommand({ RoleName: 'Deploy' }),
    expect: {
      code: 'DeleteConflict',
      status: 409,
      message: 'Cannot delete entity, must detach all policies first.',
    },
  },
  {
    name: 'an inline policy',
    given: [
      created,
      new PutRolePolicyCommand({
        RoleName: 'Deploy',
        PolicyName: 'own',
        PolicyDocument: '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}',
      }),
    ],
    call: new DeleteRoleCommand({ RoleName: 'Deploy' }),
    expect: {
      code: 'DeleteConflict',
      status: 409,
      message: 'Cannot delete entity, must delete policies first.',
    },
  },
  {
    name: 'an instance profile',
    given: [
      created,
      new CreateInstanceProfileCommand({ InstanceProfileName: 'Web' }),
      new AddRoleToInstanceProfileCommand({ InstanceProfileName: 'Web', RoleName: 'Deploy' }),
    ],
    call: new DeleteRoleCommand({ RoleName: 'Deploy' }),
    expect: {
      code: 'DeleteConflict',
      status: 409,
      message: 'Cannot delete entity, must remove roles from instance profile first.',
    },
  },
  {
    name: 'a role that is not there',
    call: new DeleteRoleCommand({ RoleName: 'Deploy' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The role with name Deploy cannot be found.' },
  },
] satisfies Case[]
