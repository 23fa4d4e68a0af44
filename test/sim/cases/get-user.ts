import { CreateUserCommand, GetUserCommand, TagUserCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { admin } from '../admin.ts'

export default [
  {
    name: 'root without a name sees itself, who has neither name nor path',
    call: new GetUserCommand({}),
    expect: {
      output: {
        User: {
          UserId: '111122223333',
          Arn: 'arn:aws:iam::111122223333:root',
          CreateDate: '2026-01-01T00:00:00Z',
        },
      },
    },
  },
  {
    name: 'root sees when its password was used',
    rows: state => state.setAccount({ rootPasswordLastUsed: '2026-02-01T08:00:00Z' }),
    call: new GetUserCommand({}),
    expect: {
      output: {
        User: {
          UserId: '111122223333',
          Arn: 'arn:aws:iam::111122223333:root',
          CreateDate: '2026-01-01T00:00:00Z',
          PasswordLastUsed: '2026-02-01T08:00:00Z',
        },
      },
    },
  },
  {
    name: 'a user without a name sees itself',
    rows: admin,
    as: 'grace',
    call: new GetUserCommand({}),
    expect: {
      output: {
        User: {
          Path: '/',
          UserName: 'grace',
          UserId: 'AIDAGRACE',
          Arn: 'arn:aws:iam::111122223333:user/grace',
          CreateDate: '2026-01-01T00:00:00Z',
          PasswordLastUsed: '2026-02-01T08:00:00Z',
        },
      },
    },
  },
  {
    name: 'a user is found by its name in another case, and shown as it was typed',
    given: [new CreateUserCommand({ UserName: 'ada' })],
    call: new GetUserCommand({ UserName: 'ADA' }),
    expect: {
      output: {
        User: {
          Path: '/',
          UserName: 'ada',
          UserId: '<UserId>',
          Arn: 'arn:aws:iam::111122223333:user/ada',
          CreateDate: '<now>',
        },
      },
    },
  },
  {
    name: 'a user shows its tags',
    given: [
      new CreateUserCommand({ UserName: 'ada' }),
      new TagUserCommand({ UserName: 'ada', Tags: [{ Key: 'Team', Value: '' }] }),
    ],
    call: new GetUserCommand({ UserName: 'ada' }),
    expect: {
      output: {
        User: {
          Path: '/',
          UserName: 'ada',
          UserId: '<UserId>',
          Arn: 'arn:aws:iam::111122223333:user/ada',
          CreateDate: '<now>',
          Tags: [{ Key: 'Team', Value: '' }],
        },
      },
    },
  },
  {
    name: 'a name nobody has',
    call: new GetUserCommand({ UserName: 'ada' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The user with name ada cannot be found.' },
  },
] satisfies Case[]
