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
    name: 'by key, in pages',
    given: [
      created,
      new TagRoleCommand({
        RoleName: 'Deploy',
        Tags: [
          { Key: 'b', Value: '2' },
          { Key: 'a', Value: '1' },
        ],
      }),
    ],
    call: new ListRoleTagsCommand({ RoleName: 'Deploy', MaxItems: 1 }),
    expect: { output: { Tags: [{ Key: 'a', Value: '1' }], IsTruncated: true, Marker: '<Marker>' } },
  },
  {
    name: 'a role that is not there',
    call: new ListRoleTagsCommand({ RoleName: 'Deploy' }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The role with name Deploy cannot be found.' },
  },
] satisfies Case[]
