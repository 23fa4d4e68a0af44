import { GetContextKeysForCustomPolicyCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

const call = (...statements: object[]) =>
  new GetContextKeysForCustomPolicyCommand({
    PolicyInputList: statements.map(Statement => JSON.stringify({ Version: '2012-10-17', Statement })),
  })

export default [
  {
    name: 'the keys of conditions and of variables, each once',
    call: call(
      [
        {
          Effect: 'Allow',
          Action: '*',
          Resource: "arn:aws:s3:::home/${aws:username}/${aws:PrincipalTag/team, 'none'}/${*}",
          Condition: {
            StringLike: { 's3:prefix': '${aws:userid}/*' },
            Null: { 'aws:TokenIssueTime': 'false' },
          },
        },
        { Effect: 'Deny', NotAction: 'iam:*', Resource: '*' },
      ],
      {
        Effect: 'Deny',
        Action: '*',
        NotResource: 'arn:aws:s3:::home',
        Condition: { StringNotEquals: { 'AWS:UserName': 'ada' } },
      },
    ),
    expect: {
      output: {
        ContextKeyNames: [
          's3:prefix',
          'aws:TokenIssueTime',
          'aws:username',
          'aws:PrincipalTag/team',
          'aws:userid',
        ],
      },
    },
  },
  {
    name: 'a policy of the older version has no variables',
    call: new GetContextKeysForCustomPolicyCommand({
      PolicyInputList: [
        '{"Statement":{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::${aws:username}"}}',
      ],
    }),
    expect: { output: { ContextKeyNames: [] } },
  },
  {
    name: 'a policy that is none',
    call: new GetContextKeysForCustomPolicyCommand({ PolicyInputList: ['[]'] }),
    expect: { code: 'InvalidInput', status: 400, message: 'Syntax errors in policy.' },
  },
] satisfies Case[]
