import { trusting } from './rows.ts'

/** A trust policy that the account refuses, and what it says. */
type Refused = { name: string; document: string; code: string; message: string }

const refused = (name: string, document: string, message: string): Refused => ({
  name,
  document,
  code: 'MalformedPolicyDocument',
  message,
})
const statement = (row: object) => JSON.stringify({ Version: '2012-10-17', Statement: [row] })
const base = { Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' }
const nobody = 'arn:aws:iam::111122223333:user/nobody'

/** Trust policies that are none. */
export const malformedTrust: Refused[] = [
  refused('no JSON', '{', 'This policy contains invalid Json'),
  refused('a list', '[]', 'This policy contains invalid Json'),
  refused('no statement', '{"Version":"2012-10-17"}', 'Syntax errors in policy.'),
  refused(
    'a version that is none',
    '{"Version":"2013-10-17","Statement":[]}',
    'The policy must contain a valid version string.',
  ),
  refused('a resource', statement({ ...base, Resource: '*' }), 'Has prohibited field Resource'),
  refused(
    'no principal',
    statement({ Effect: 'Allow', Action: 'sts:AssumeRole' }),
    'Missing required field Principal',
  ),
  refused('no action', statement({ Effect: 'Allow', Principal: '*' }), 'Missing required field Action'),
  refused('an effect that is none', statement({ ...base, Effect: 'Maybe' }), 'Syntax errors in policy.'),
  refused(
    'an action that is not of STS',
    statement({ ...base, Action: 's3:GetObject' }),
    'AssumeRole policy may only specify STS AssumeRole actions.',
  ),
  refused(
    'a user who is not there',
    trusting({ AWS: nobody }),
    `Invalid principal in policy: "AWS":"${nobody}"`,
  ),
  refused('a name', trusting({ AWS: 'ada' }), 'Invalid principal in policy: "AWS":"ada"'),
  refused(
    'a service that is none',
    trusting({ Service: 'ec2' }),
    'Invalid principal in policy: "SERVICE":"ec2"',
  ),
  refused(
    'a condition operator that is none',
    trusting('*', { Equals: { 'aws:username': 'ada' } }),
    'Syntax errors in policy.',
  ),
  {
    name: 'more than 2,048 characters',
    document: trusting('*', { StringEquals: { 'aws:username': 'a'.repeat(2000) } }),
    code: 'LimitExceeded',
    message: 'Cannot exceed quota for ACLSizePerRole: 2048',
  },
]
