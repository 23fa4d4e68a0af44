import { CreateRoleCommand, ListRoleTagsCommand, TagRoleCommand, UntagRoleCommand } from '@aws-sdk/client-iam'
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
    name: 'a key in another case, and one that is not there',
    given: [created, new TagRoleCommand({ RoleName: 'Deploy', Tags: [{ Key: 'team', Value: 'blue' }] })],
    call: new UntagRoleCommand({ RoleName: 'Deploy', TagKeys: ['TEAM', 'none'] }),
    expect: { output: {} },
    afterwards: {
      call: new ListRoleTagsCommand({ RoleName: 'Deploy' }),
      output: { Tags: [], IsTruncated: false },
    },
  },
  {
    name: 'a role that is not there',
    call: new UntagRoleCommand({ RoleName: 'Deploy', TagKeys: ['TEAM', 'none'] }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The role with name Deploy cannot be found.' },
  },
] satisfies Case[]
