import {
  AddUserToGroupCommand,
  CreateGroupCommand,
  CreateUserCommand,
  ListGroupsForUserCommand,
  RemoveUserFromGroupCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

export default [
  {
    name: 'a member',
    given: [
      new CreateGroupCommand({ GroupName: 'Admins' }),
      new CreateUserCommand({ UserName: 'ada' }),
      new AddUserToGroupCommand({ GroupName: 'Admins', UserName: 'ada' }),
    ],
    call: new RemoveUserFromGroupCommand({ GroupName: 'Admins', UserName: 'ada' }),
    expect: { output: {} },
    afterwards: {
      call: new ListGroupsForUserCommand({ UserName: 'ada' }),
      output: { Groups: [], IsTruncated: false },
    },
  },
  {
    name: 'a user who is not in it',
    given: [new CreateGroupCommand({ GroupName: 'Admins' }), new CreateUserCommand({ UserName: 'ada' })],
    call: new RemoveUserFromGroupCommand({ GroupName: 'Admins', UserName: 'ada' }),
    expect: { output: {} },
  },
  {
    name: 'a name no group has',
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new RemoveUserFromGroupCommand({ GroupName: 'Admins', UserName: 'ada' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The group with name Admins cannot be found.' },
  },
  {
    name: 'a name nobody has',
    given: [new CreateGroupCommand({ GroupName: 'Admins' })],
    call: new RemoveUserFromGroupCommand({ GroupName: 'Admins', UserName: 'ada' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The user with name ada cannot be found.' },
  },
] satisfies Case[]
