import {
  AddUserToGroupCommand,
  CreateGroupCommand,
  CreateUserCommand,
  ListGroupsForUserCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { groupNamed, userNamed } from '../rows.ts'
import type { State } from '../../../src/sim/state.ts'

const inTenGroups = ({ groups, users }: State) => {
  const ten = Array.from({ length: 10 }, (_, index) => groupNamed(`group-${index}`))
  for (const group of ten) groups.put(group.name, group)
  users.put('ada', { ...userNamed('ada'), groups: ten.map(({ id }) => id) })
}

export default [
  {
    name: 'a user, by names in another case',
    given: [new CreateGroupCommand({ GroupName: 'Admins' }), new CreateUserCommand({ UserName: 'ada' })],
    call: new AddUserToGroupCommand({ GroupName: 'ADMINS', UserName: 'ADA' }),
    expect: { output: {} },
    afterwards: {
      call: new ListGroupsForUserCommand({ UserName: 'ada' }),
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
        IsTruncated: false,
      },
    },
  },
  {
    name: 'a user who is in it',
    given: [
      new CreateGroupCommand({ GroupName: 'Admins' }),
      new CreateUserCommand({ UserName: 'ada' }),
      new AddUserToGroupCommand({ GroupName: 'Admins', UserName: 'ada' }),
    ],
    call: new AddUserToGroupCommand({ GroupName: 'Admins', UserName: 'ada' }),
    expect: { output: {} },
    afterwards: {
      call: new ListGroupsForUserCommand({ UserName: 'ada' }),
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
        IsTruncated: false,
      },
    },
  },
  {
    name: 'an eleventh group',
    rows: inTenGroups,
    given: [new CreateGroupCommand({ GroupName: 'Admins' })],
    call: new AddUserToGroupCommand({ GroupName: 'Admins', UserName: 'ada' }),
    expect: { code: 'LimitExceeded', status: 409, message: 'Cannot exceed quota for GroupsPerUser: 10' },
  },
  {
    name: 'a name no group has',
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new AddUserToGroupCommand({ GroupName: 'Admins', UserName: 'ada' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The group with name Admins cannot be found.' },
  },
  {
    name: 'a name nobody has',
    given: [new CreateGroupCommand({ GroupName: 'Admins' })],
    call: new AddUserToGroupCommand({ GroupName: 'Admins', UserName: 'ada' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The user with name ada cannot be found.' },
  },
] satisfies Case[]
