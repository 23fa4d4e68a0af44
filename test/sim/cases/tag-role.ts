import { CreateRoleCommand, ListRoleTagsCommand, TagRoleCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { trusting } from '../rows.ts'

const account = trusting({ AWS: '111122223333' })
const created = new CreateRoleCommand({
  RoleName: 'Deploy',
  Path: '/team/',
  AssumeRolePolicyDocument: account,
})

export default [
  {
    name: 'a tag, and another value of it',
    given: [created, new TagRoleCommand({ RoleName: 'Deploy', Tags: [{ Key: 'team', Value: 'blue' }] })],
    call: new TagRoleCommand({ RoleName: 'Deploy', Tags: [{ Key: 'Team', Value: 'red' }] }),
    expect: { output: {} },
    afterwards: {
      call: new ListRoleTagsCommand({ RoleName: 'Deploy' }),
      output: { Tags: [{ Key: 'Team', Value: 'red' }], IsTruncated: false },
    },
  },
  {
    name: 'the same key twice',
    given: [created],
    call: new TagRoleCommand({
      RoleName: 'Deploy',
      Tags: [
        { Key: 'team', Value: 'blue' },
        { Key: 'Team', Value: 'red' },
      ],
    }),
    expect: {
      code: 'InvalidInput',
      status: 400,
      message: 'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    },
  },
  {
    name: 'a role that is not there',
    call: new TagRoleCommand({ RoleName: 'Deploy', Tags: [{ Key: 'team', Value: 'blue' }] }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The role with name Deploy cannot be found.' },
  },
] satisfies Case[]
