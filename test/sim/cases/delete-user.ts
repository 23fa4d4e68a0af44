import {
  AddUserToGroupCommand,
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreateLoginProfileCommand,
  CreateUserCommand,
  DeleteAccessKeyCommand,
  DeleteLoginProfileCommand,
  DeleteUserCommand,
  DeleteUserPolicyCommand,
  DetachUserPolicyCommand,
  ListUsersCommand,
  PutUserPolicyCommand,
  RemoveUserFromGroupCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { userNamed } from '../rows.ts'

const deleteAda = new DeleteUserCommand({ UserName: 'ada' })

const everything = [
  new CreateUserCommand({ UserName: 'ada' }),
  new CreateAccessKeyCommand({ UserName: 'ada' }),
  new CreateLoginProfileCommand({ UserName: 'ada', Password: 'Correct-Horse-1' }),
  new PutUserPolicyCommand({
    UserName: 'ada',
    PolicyName: 'Buckets',
    PolicyDocument: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
    }),
  }),
  new AttachUserPolicyCommand({ UserName: 'ada', PolicyArn: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess' }),
  new CreateGroupCommand({ GroupName: 'Admins' }),
  new AddUserToGroupCommand({ UserName: 'ada', GroupName: 'Admins' }),
]

const undone = [
  new DeleteLoginProfileCommand({ UserName: 'ada' }),
  (outputs: any[]) =>
    new DeleteAccessKeyCommand({ UserName: 'ada', AccessKeyId: outputs[1].AccessKey.AccessKeyId }),
  new DeleteUserPolicyCommand({ UserName: 'ada', PolicyName: 'Buckets' }),
  new DetachUserPolicyCommand({ UserName: 'ada', PolicyArn: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess' }),
  new RemoveUserFromGroupCommand({ UserName: 'ada', GroupName: 'Admins' }),
]

export default [
  {
    name: 'a user of whom nothing is left',
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new DeleteUserCommand({ UserName: 'ada' }),
    expect: { output: {} },
    afterwards: { call: new ListUsersCommand({}), output: { Users: [], IsTruncated: false } },
  },
  {
    name: 'a user with everything: first the password',
    given: everything,
    call: deleteAda,
    expect: {
      code: 'DeleteConflict',
      status: 409,
      message: 'Cannot delete entity, must delete login profile first.',
    },
  },
  {
    name: 'then the access keys',
    given: [...everything, ...undone.slice(0, 1)],
    call: deleteAda,
    expect: {
      code: 'DeleteConflict',
      status: 409,
      message: 'Cannot delete entity, must delete access keys first.',
    },
  },
  {
    name: 'then inline policies',
    given: [...everything, ...undone.slice(0, 2)],
    call: deleteAda,
    expect: {
      code: 'DeleteConflict',
      status: 409,
      message: 'Cannot delete entity, must delete policies first.',
    },
  },
  {
    name: 'then attached policies',
    given: [...everything, ...undone.slice(0, 3)],
    call: deleteAda,
    expect: {
      code: 'DeleteConflict',
      status: 409,
      message: 'Cannot delete entity, must detach all policies first.',
    },
  },
  {
    name: 'then groups',
    given: [...everything, ...undone.slice(0, 4)],
    call: deleteAda,
    expect: {
      code: 'DeleteConflict',
      status: 409,
      message: 'Cannot delete entity, must remove users from group first.',
    },
  },
  {
    name: 'then nothing is in the way',
    given: [...everything, ...undone],
    call: deleteAda,
    expect: { output: {} },
  },
  {
    name: 'a user with an MFA device',
    rows: ({ users }) =>
      users.put('ada', { ...userNamed('ada'), mfaDevices: ['arn:aws:iam::111122223333:mfa/ada'] }),
    call: deleteAda,
    expect: {
      code: 'DeleteConflict',
      status: 409,
      message: 'Cannot delete entity, must remove tokens from principal first.',
    },
  },
  {
    name: 'a name nobody has',
    call: deleteAda,
    expect: { code: 'NoSuchEntity', status: 404, message: 'The user with name ada cannot be found.' },
  },
] satisfies Case[]
