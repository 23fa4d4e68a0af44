import { CreateGroupCommand, GetGroupCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { groupNamed } from '../rows.ts'
import type { State } from '../../../src/sim/state.ts'

const fullOf = ({ groups }: State) => {
  for (let index = 0; index < 300; index++) groups.put(`group-${index}`, groupNamed(`group-${index}`))
}

export default [
  {
    name: 'a group',
    call: new CreateGroupCommand({ GroupName: 'Admins' }),
    expect: {
      output: {
        Group: {
          Path: '/',
          GroupName: 'Admins',
          GroupId: '<GroupId>',
          Arn: 'arn:aws:iam::111122223333:group/Admins',
          CreateDate: '<now>',
        },
      },
    },
    afterwards: {
      call: new GetGroupCommand({ GroupName: 'Admins' }),
      output: {
        Group: {
          Path: '/',
          GroupName: 'Admins',
          GroupId: '<GroupId>',
          Arn: 'arn:aws:iam::111122223333:group/Admins',
          CreateDate: '<now>',
        },
        Users: [],
        IsTruncated: false,
      },
    },
  },
  {
    name: 'a group with a path',
    call: new CreateGroupCommand({ GroupName: 'Admins', Path: '/team/' }),
    expect: {
      output: {
        Group: {
          Path: '/team/',
          GroupName: 'Admins',
          GroupId: '<GroupId>',
          Arn: 'arn:aws:iam::111122223333:group/team/Admins',
          CreateDate: '<now>',
        },
      },
    },
  },
  {
    name: 'a name that is taken but for its case',
    given: [new CreateGroupCommand({ GroupName: 'Admins' })],
    call: new CreateGroupCommand({ GroupName: 'admins' }),
    expect: { code: 'EntityAlreadyExists', status: 409, message: 'Group with name admins already exists.' },
  },
  {
    name: 'more groups than an account may have',
    rows: fullOf,
    call: new CreateGroupCommand({ GroupName: 'Admins' }),
    expect: { code: 'LimitExceeded', status: 409, message: 'Cannot exceed quota for GroupsPerAccount: 300' },
  },
] satisfies Case[]
