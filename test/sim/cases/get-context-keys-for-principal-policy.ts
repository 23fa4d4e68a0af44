import { GetContextKeysForPrincipalPolicyCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { groupNamed, userNamed } from '../rows.ts'

const where = (key: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: '*', Resource: '*', Condition: { Null: { [key]: 'false' } } },
  })

export default [
  {
    name: 'the keys of a user’s policies, of their groups’ and of those that are sent',
    rows: ({ users, groups }) => {
      groups.put('admins', { ...groupNamed('Admins'), inline: { one: where('aws:MultiFactorAuthAge') } })
      users.put('ada', {
        ...userNamed('ada'),
        groups: ['AGPAADMINS'],
        inline: { one: where('aws:SourceIp') },
      })
    },
    call: new GetContextKeysForPrincipalPolicyCommand({
      PolicySourceArn: 'arn:aws:iam::111122223333:user/ada',
      PolicyInputList: [where('aws:UserAgent')],
    }),
    expect: { output: { ContextKeyNames: ['aws:SourceIp', 'aws:MultiFactorAuthAge', 'aws:UserAgent'] } },
  },
  {
    name: 'nobody’s policies',
    call: new GetContextKeysForPrincipalPolicyCommand({
      PolicySourceArn: 'arn:aws:iam::111122223333:user/ada',
    }),
    expect: { code: 'NoSuchEntity', status: 404, message: 'The user with name ada cannot be found.' },
  },
] satisfies Case[]
