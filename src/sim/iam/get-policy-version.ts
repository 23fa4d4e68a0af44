import { GetPolicyVersionCommand } from '@aws-sdk/client-iam'
import { AwsError } from '../errors.ts'
import { operation } from '../operation.ts'
import { encodeDocument, findPolicy } from './policy.ts'

/** The document of a managed policy. The simulator keeps the default version alone. */
export const getPolicyVersion = operation(GetPolicyVersionCommand, ({ PolicyArn, VersionId }) => {
  const { version, updatedAt, document } = findPolicy(PolicyArn)
  // AWS's words for a missing version were looked for in public code and not found: these follow those for a missing policy.
  if (VersionId !== version)
    throw new AwsError('NoSuchEntity', `Policy ${PolicyArn} version ${VersionId} was not found.`)
  return {
    PolicyVersion: {
      Document: encodeDocument(JSON.stringify(document)),
      VersionId: version,
      IsDefaultVersion: true,
      CreateDate: new Date(updatedAt),
    },
  }
})
