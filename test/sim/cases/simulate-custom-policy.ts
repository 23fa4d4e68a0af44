import { SimulateCustomPolicyCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'
import { userNamed } from '../rows.ts'

/** The sample of API_SimulateCustomPolicy, with its answer's positions. */
const sample = `{
  "Version":"2012-10-17",
  "Statement":{
    "Effect":"Allow",
    "Action":"s3:ListBucket",
    "Resource":"arn:aws:s3:::teambucket",
    "Condition":{
      "Bool":{"aws:MultiFactorAuthPresent":"true"}
    }
  }
}`
const withMfa = {
  ContextKeyName: 'aws:MultiFactorAuthPresent',
  ContextKeyType: 'boolean' as const,
  ContextKeyValues: ['true'],
}
const bucket = 'arn:aws:s3:::teambucket'
const call = (input: Partial<SimulateCustomPolicyCommand['input']> = {}) =>
  new SimulateCustomPolicyCommand({
    PolicyInputList: [sample],
    ActionNames: ['s3:ListBucket'],
    ResourceArns: [bucket],
    ...input,
  })

const matched = {
  SourcePolicyId: 'PolicyInputList.1',
  SourcePolicyType: 'IAM Policy',
  StartPosition: { Line: 3, Column: 16 },
  EndPosition: { Line: 10, Column: 4 },
}
const result = (
  EvalDecision: string,
  MatchedStatements: object[],
  more = {},
  MissingContextValues: string[] = [],
) => ({
  EvalActionName: 's3:ListBucket',
  EvalResourceName: bucket,
  EvalDecision,
  MatchedStatements,
  MissingContextValues,
  ResourceSpecificResults: [
    {
      EvalResourceName: bucket,
      EvalResourceDecision: EvalDecision,
      MatchedStatements,
      MissingContextValues,
      ...more,
    },
  ],
  ...more,
})
const answer = (...EvaluationResults: object[]) => ({ output: { EvaluationResults, IsTruncated: false } })
const two = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: 's3:*', Resource: '*' },
      { Effect: 'Deny', Action: 's3:Delete*', Resource: '*' },
    ],
  },
  null,
  2,
)

export default [
  {
    name: 'the sample of the API reference: an allow, and the statement that made it',
    call: call({ ContextEntries: [withMfa] }),
    expect: answer(result('allowed', [matched])),
  },
  {
    name: 'a context key that is not given is named',
    call: call(),
    expect: answer(result('implicitDeny', [], {}, ['aws:MultiFactorAuthPresent'])),
  },
  {
    name: 'a key that a statement about something else asks for is not',
    call: call({ ActionNames: ['s3:ListBucket'], ResourceArns: ['arn:aws:s3:::other'] }),
    expect: answer({
      ...result('implicitDeny', []),
      EvalResourceName: 'arn:aws:s3:::other',
      ResourceSpecificResults: [
        {
          EvalResourceName: 'arn:aws:s3:::other',
          EvalResourceDecision: 'implicitDeny',
          MatchedStatements: [],
          MissingContextValues: [],
        },
      ],
    }),
  },
  {
    name: 'a deny is the only statement named, and the second of a list starts where the first ends',
    call: call({ PolicyInputList: [two], ActionNames: ['s3:DeleteObject'], ResourceArns: undefined }),
    expect: answer({
      EvalActionName: 's3:DeleteObject',
      EvalResourceName: '*',
      EvalDecision: 'explicitDeny',
      MatchedStatements: [
        {
          ...matched,
          StartPosition: { Line: 8, Column: 6 },
          EndPosition: { Line: 13, Column: 6 },
        },
      ],
      MissingContextValues: [],
    }),
  },
  {
    name: 'one result for an action on two resources: the most restrictive, and each by itself',
    call: call({ ContextEntries: [withMfa], ResourceArns: [bucket, 'arn:aws:s3:::other'] }),
    expect: answer({
      EvalActionName: 's3:ListBucket',
      EvalResourceName: '*',
      EvalDecision: 'implicitDeny',
      MatchedStatements: [],
      MissingContextValues: [],
      ResourceSpecificResults: [
        {
          EvalResourceName: bucket,
          EvalResourceDecision: 'allowed',
          MatchedStatements: [matched],
          MissingContextValues: [],
        },
        {
          EvalResourceName: 'arn:aws:s3:::other',
          EvalResourceDecision: 'implicitDeny',
          MatchedStatements: [],
          MissingContextValues: [],
        },
      ],
    }),
  },
  {
    name: 'a permissions boundary that allows less',
    call: call({
      ContextEntries: [withMfa],
      PermissionsBoundaryPolicyInputList: [two.replace('s3:*', 'ec2:*')],
    }),
    expect: answer(
      result('implicitDeny', [], {
        PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: false },
      }),
    ),
  },
  {
    name: 'a permissions boundary that allows as much',
    call: call({ ContextEntries: [withMfa], PermissionsBoundaryPolicyInputList: [two] }),
    expect: answer(
      result('allowed', [matched], {
        PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: true },
      }),
    ),
  },
  {
    name: 'a resource’s policy that names the caller allows what no other policy does',
    rows: ({ users }) => users.put('ada', userNamed('ada')),
    call: call({
      CallerArn: 'arn:aws:iam::111122223333:user/ada',
      ResourcePolicy: JSON.stringify({
        Version: '2012-10-17',
        Statement: {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:user/ada' },
          Action: 's3:ListBucket',
          Resource: bucket,
        },
      }),
    }),
    expect: answer(
      result(
        'allowed',
        [
          {
            SourcePolicyId: 'ResourcePolicy.1',
            SourcePolicyType: 'Resource Policy',
            StartPosition: { Line: 1, Column: 38 },
            EndPosition: { Line: 1, Column: 174 },
          },
        ],
        {},
        ['aws:MultiFactorAuthPresent'],
      ),
    ),
  },
  {
    name: 'a page of one, and where the next begins',
    call: call({ ContextEntries: [withMfa], ActionNames: ['s3:ListBucket', 's3:GetObject'], MaxItems: 1 }),
    expect: {
      output: { EvaluationResults: [result('allowed', [matched])], IsTruncated: true, Marker: '<Marker>' },
    },
  },
  {
    name: 'a policy that is none',
    call: call({ PolicyInputList: ['{'] }),
    expect: { code: 'InvalidInput', status: 400, message: 'Syntax errors in policy.' },
  },
  {
    name: 'an action of two letters',
    call: call({ ActionNames: ['s3'] }),
    expect: {
      code: 'ValidationError',
      status: 400,
      message:
        "1 validation error detected: Value at 'actionNames' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 128, Member must have length greater than or equal to 3, Member must not be null]",
    },
  },
] satisfies Case[]
