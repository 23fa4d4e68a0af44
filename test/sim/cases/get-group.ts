import {
  AddUserToGroupCommand,
  CreateGroupCommand,
  CreateUserCommand,
  GetGroupCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

export default [
  {
    name: 'a group and its members by name',
    given: [
      new CreateGroupCommand({ GroupName: 'Admins' }),
      new CreateUserCommand({ UserName: 'ada' }),
      new CreateUserCommand({ UserName: 'grace' }),
      new AddUserToGroupCommand({ GroupName: 'Admins', UserName: 'ada' }),
    ],
    call: new GetGroupCommand({ GroupName: 'admins' }),
    expect: {
      output: {
        Group: {
          Path: '/',
          GroupName: 'Admins',
          GroupId: '<GroupId>',
          Arn: 'arn:aws:iam::111122223333:group/Admins',
          CreateDate: '<now>',
        },
        Users: [
          {
            Path: '/',
            UserName: 'ada',
            UserId: '<UserId>',
            Arn: 'arn:aws:iam::111122223333:user/ada',
            CreateDate: '<now>',
          },
        ],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'a page of members',
    given: [
      new CreateGroupCommand({ GroupName: 'Admins' }),
      new CreateUserCommand({ UserName: 'ada' }),
      new CreateUserCommand({ UserName: 'grace' }),
      new AddUserToGroupCommand({ GroupName: 'Admins', UserName: 'ada' }),
      new AddUserToGroupCommand({ GroupName: 'Admins', UserName: 'grace' }),
    ],
    call: new GetGroupCommand({ GroupName: 'Admins', MaxItems: 1 }),
    expect: {
      output: {
        Group: {
          Path: '/',
          GroupName: 'Admins',
          GroupId: '<GroupId>',
          Arn: 'arn:aws:iam::111122223333:group/Admins',
          CreateDate: '<now>',
        },
        Users: [
          {
            Path: '/',
            UserName: 'ada',
            UserId: '<UserId>',
            Arn: 'arn:aws:iam::111122223333:user/ada',
            CreateDate: '<now>',
          },
        ],
        IsTruncated: true,
        Marker: '<Marker>',
      },
    },
  },
  {
    name: 'a name no group has',
    call: new GetGroupCommand({ GroupName: 'Admins' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The group with name Admins cannot be found.' },
  },
] satisfies Case[]
