import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  CreateGroupCommand,
  CreateUserCommand,
  DeleteGroupCommand,
  DeleteGroupPolicyCommand,
  DetachGroupPolicyCommand,
  ListGroupsCommand,
  PutGroupPolicyCommand,
  RemoveUserFromGroupCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

const deleteAdmins = new DeleteGroupCommand({ GroupName: 'Admins' })

const everything = [
  new CreateGroupCommand({ GroupName: 'Admins' }),
  new CreateUserCommand({ UserName: 'ada' }),
  new AddUserToGroupCommand({ GroupName: 'Admins', UserName: 'ada' }),
  new PutGroupPolicyCommand({
    GroupName: 'Admins',
    PolicyName: 'Buckets',
    PolicyDocument: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
    }),
  }),
  new AttachGroupPolicyCommand({
    GroupName: 'Admins',
    PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
  }),
]

const undone = [
  new RemoveUserFromGroupCommand({ UserName: 'ada', GroupName: 'Admins' }),
  new DeleteGroupPolicyCommand({ GroupName: 'Admins', PolicyName: 'Buckets' }),
  new DetachGroupPolicyCommand({
    GroupName: 'Admins',
    PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
  }),
]

export default [
  {
    name: 'a group that is empty',
    given: [new CreateGroupCommand({ GroupName: 'Admins' })],
    call: deleteAdmins,
    expect: { output: {} },
    afterwards: { call: new ListGroupsCommand({}), output: { Groups: [], IsTruncated: false } },
  },
  {
    name: 'a group with everything: first the members',
    given: everything,
    call: deleteAdmins,
    expect: {
      code: 'DeleteConflict',
      status: 409,
      message: 'Cannot delete entity, must remove users from group first.',
    },
  },
  {
    name: 'then inline policies',
    given: [...everything, ...undone.slice(0, 1)],
    call: deleteAdmins,
    expect: {
      code: 'DeleteConflict',
      status: 409,
      message: 'Cannot delete entity, must delete policies first.',
    },
  },
  {
    name: 'then attached policies',
    given: [...everything, ...undone.slice(0, 2)],
    call: deleteAdmins,
    expect: {
      code: 'DeleteConflict',
      status: 409,
      message: 'Cannot delete entity, must detach all policies first.',
    },
  },
  {
    name: 'then nothing is in the way',
    given: [...everything, ...undone],
    call: deleteAdmins,
    expect: { output: {} },
  },
  {
    name: 'a name no group has',
    call: deleteAdmins,
    expect: { code: 'NoSuchEntity', status: 404, message: 'The group with name Admins cannot be found.' },
  },
] satisfies Case[]
