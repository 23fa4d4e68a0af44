import {
  AddUserToGroupCommand,
  CreateGroupCommand,
  CreateUserCommand,
  GetGroupCommand,
  UpdateGroupCommand,
} from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

export default [
  {
    name: 'a new name and path; members stay',
    given: [
      new CreateGroupCommand({ GroupName: 'Admins' }),
      new CreateUserCommand({ UserName: 'ada' }),
      new AddUserToGroupCommand({ GroupName: 'Admins', UserName: 'ada' }),
    ],
    call: new UpdateGroupCommand({ GroupName: 'Admins', NewGroupName: 'Owners', NewPath: '/team/' }),
    expect: { output: {} },
    afterwards: {
      call: new GetGroupCommand({ GroupName: 'Owners' }),
      output: {
        Group: {
          Path: '/team/',
          GroupName: 'Owners',
          GroupId: '<GroupId>',
          Arn: 'arn:aws:iam::111122223333:group/team/Owners',
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
    name: 'a name that is taken',
    given: [new CreateGroupCommand({ GroupName: 'Admins' }), new CreateGroupCommand({ GroupName: 'Owners' })],
    call: new UpdateGroupCommand({ GroupName: 'Admins', NewGroupName: 'owners' }),
    expect: { code: 'EntityAlreadyExists', status: 409, message: 'Group with name owners already exists.' },
  },
  {
    name: 'a name no group has',
    call: new UpdateGroupCommand({ GroupName: 'Admins', NewPath: '/team/' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The group with name Admins cannot be found.' },
  },
] satisfies Case[]
