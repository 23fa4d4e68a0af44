import {
  AddUserToGroupCommand,
  CreateGroupCommand,
  CreateUserCommand,
  ListGroupsForUserCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

export default [
  {
    name: 'groups by name',
    given: [
      new CreateGroupCommand({ GroupName: 'Builders' }),
      new CreateGroupCommand({ GroupName: 'Admins' }),
      new CreateUserCommand({ UserName: 'ada' }),
      new AddUserToGroupCommand({ GroupName: 'Builders', UserName: 'ada' }),
      new AddUserToGroupCommand({ GroupName: 'Admins', UserName: 'ada' }),
    ],
    call: new ListGroupsForUserCommand({ UserName: 'ada', MaxItems: 1 }),
    expect: {
      output: {
        Groups: [
          {
            Path: '/',
            GroupName: 'Admins',
            GroupId: '<GroupId>',
            Arn: 'arn:aws:iam::111122223333:group/Admins',
            CreateDate: '<now>',
          },
        ],
        IsTruncated: true,
        Marker: '<Marker>',
      },
    },
  },
  {
    name: 'a name nobody has',
    call: new ListGroupsForUserCommand({ UserName: 'ada' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The user with name ada cannot be found.' },
  },
] satisfies Case[]
