const statement = (elements: object) => ({
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: '*',
  ...elements,
})
const policy = (...Statement: unknown[]) => JSON.stringify({ Version: '2012-10-17', Statement })
const syntax = 'Syntax errors in policy.'

/** Documents that IAM refuses, and what it says. */
export const malformed: { name: string; document: string; message: string }[] = [
  { name: 'not JSON', document: '{"Version":', message: syntax },
  { name: 'JSON that is no object', document: '"Allow"', message: syntax },
  { name: 'a version that is none', document: '{"Version":"2026-01-01","Statement":[]}', message: syntax },
  { name: 'no statement', document: '{"Version":"2012-10-17"}', message: syntax },
  { name: 'an empty list of statements', document: policy(), message: syntax },
  { name: 'a statement that is no object', document: policy('Allow'), message: syntax },
  { name: 'no effect', document: policy(statement({ Effect: undefined })), message: syntax },
  { name: 'an effect in another case', document: policy(statement({ Effect: 'allow' })), message: syntax },
  { name: 'Action and NotAction', document: policy(statement({ NotAction: 'iam:*' })), message: syntax },
  { name: 'an action that is no text', document: policy(statement({ Action: [1] })), message: syntax },
  { name: 'a condition that is a list', document: policy(statement({ Condition: [] })), message: syntax },
  {
    name: 'a condition without an operator',
    document: policy(statement({ Condition: { 'aws:username': 'ada' } })),
    message: syntax,
  },
  ...['StringMatches', 'StringEqual', 'NullIfExists', 'ForSome:StringEquals', '__proto__'].map(operator => ({
    name: `the condition operator ${operator}, which is none`,
    document: policy(statement({ Condition: 1 })).replace(
      '"Condition":1',
      `"Condition":{"${operator}":{"aws:username":"ada"}}`,
    ),
    message: syntax,
  })),
  ...[null, {}, ['ada', null], [['ada']]].map(value => ({
    name: `a condition's value that is none: ${JSON.stringify(value)}`,
    document: policy(statement({ Condition: { StringEquals: { 'aws:username': value } } })),
    message: syntax,
  })),
  { name: 'a Sid that is no text', document: policy(statement({ Sid: 1 })), message: syntax },
  {
    name: 'a Sid with a hyphen',
    document: policy(statement({ Sid: 'read-buckets' })),
    message:
      'Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*',
  },
  {
    name: 'a principal',
    document: policy(statement({ Principal: '*' })),
    message: 'Policy document should not specify a principal.',
  },
  {
    name: 'no action',
    document: policy(statement({ Action: undefined })),
    message: 'Policy statement must contain actions.',
  },
  {
    name: 'an empty list of actions',
    document: policy(statement({ Action: [] })),
    message: 'Policy statement must contain actions.',
  },
  {
    name: 'no resource',
    document: policy(statement({ Resource: undefined })),
    message: 'Policy statement must contain resources.',
  },
  {
    name: 'an action without a service',
    document: policy(statement({ Action: 'GetObject' })),
    message: 'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
  },
  {
    name: 'an action of a service with a space',
    document: policy(statement({ Action: 's 3:GetObject' })),
    message: 'Vendor s 3 is not valid',
  },
  {
    name: 'a resource that is no ARN',
    document: policy(statement({ Resource: 'my-bucket' })),
    message: 'Resource my-bucket must be in ARN format or "*".',
  },
  {
    name: 'a resource with too few parts',
    document: policy(statement({ Resource: 'arn:aws:s3' })),
    message: 'The policy failed legacy parsing',
  },
  {
    name: 'a resource of a partition that is none',
    document: policy(statement({ Resource: 'arn:azure:s3:::my-bucket' })),
    message: 'Partition "azure" is not valid for resource "arn:azure:s3:::my-bucket".',
  },
  {
    name: 'the same Sid twice',
    document: policy(statement({ Sid: 'One' }), statement({ Sid: 'One' })),
    message: 'Statement IDs (SID) in a single policy must be unique.',
  },
]

/** A document of so many characters, and white space besides. */
export const ofLength = (length: number): string => {
  const document = (Resource: string) => policy(statement({ Resource: `arn:aws:s3:::${Resource}` }))
  return document('x'.repeat(length - document('').length)).replace('{', '{ \n\t ')
}
