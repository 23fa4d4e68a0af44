import { CreateGroupCommand, ListGroupsCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

export default [
  {
    name: 'groups below a path',
    given: [
      new CreateGroupCommand({ GroupName: 'Admins' }),
      new CreateGroupCommand({ GroupName: 'Builders', Path: '/team/' }),
    ],
    call: new ListGroupsCommand({ PathPrefix: '/team/' }),
    expect: {
      output: {
        Groups: [
          {
            Path: '/team/',
            GroupName: 'Builders',
            GroupId: '<GroupId>',
            Arn: 'arn:aws:iam::111122223333:group/team/Builders',
            CreateDate: '<now>',
          },
        ],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'a page of groups by name',
    given: [
      new CreateGroupCommand({ GroupName: 'Builders' }),
      new CreateGroupCommand({ GroupName: 'Admins' }),
    ],
    call: new ListGroupsCommand({ MaxItems: 1 }),
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
] satisfies Case[]
