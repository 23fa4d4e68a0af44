import { AwsError } from '../errors.ts'
import { managedPolicy } from '../iam/managed-policy.ts'
import { requirePolicyDocument } from '../iam/policy-document.ts'
import type { SessionRow, State, Tag } from '../state.ts'

type Sent = {
  Policy?: string | undefined
  PolicyArns?: { arn?: string | undefined }[] | undefined
  Tags?: { Key: string | undefined; Value: string | undefined }[] | undefined
}

/**
 * What limits a session: its inline policy and managed ones, ten at most. A policy has 2,048 characters at most, all of them together too.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export const sessionPolicies = (
  state: State,
  { Policy, PolicyArns }: Sent,
): Pick<SessionRow, 'policies' | 'policyArns'> => {
  if (Policy !== undefined) requirePolicyDocument(Policy)
  const arns = (PolicyArns ?? []).map(({ arn = '' }) => arn)
  // AWS's answer to an ARN of no policy was looked for in public code and issues and not found.
  for (const arn of arns)
    if (!managedPolicy(state, arn)) throw new AwsError('NoSuchEntity', `Policy ${arn} was not found.`)
  if (arns.length > 10)
    throw new AwsError('LimitExceeded', 'The number of session policies has reached the maximum limit of 10.')
  return {
    ...(Policy !== undefined && { policies: [Policy] }),
    ...(arns.length > 0 && { policyArns: arns }),
  }
}

/** Tags of a session: no key twice, without regard to case. */
export const sessionTags = ({ Tags = [] }: Sent): Tag[] => {
  const keys = new Set(Tags.map(({ Key }) => Key!.toLowerCase()))
  if (keys.size < Tags.length)
    throw new AwsError(
      'InvalidParameterValue',
      'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    )
  return Tags.map(({ Key, Value }) => ({ Key: Key!, Value: Value! }))
}

/**
 * "A percentage value that indicates the packed size of the session policies and session tags" (API_AssumeRole). How AWS packs them is not
 * documented: here it is their characters, of the 2,048 that a policy may have. Absent where there are none.
 */
export const packedPolicySize = ({ Policy = '', PolicyArns = [], Tags = [] }: Sent) => {
  const texts = [
    Policy,
    ...PolicyArns.map(({ arn = '' }) => arn),
    ...Tags.flatMap(({ Key, Value }) => [Key!, Value!]),
  ]
  const length = texts.join('').length
  return length === 0 ? {} : { PackedPolicySize: Math.ceil((length / 2048) * 100) }
}
