import { CreatePolicyVersionCommand } from '@aws-sdk/client-iam'
import { AwsError } from '../errors.ts'
import { operation } from '../operation.ts'
import { stamp } from './ids.ts'
import { requireManagedDocument } from './managed-policy.ts'
import { findOwnPolicy, putPolicy } from './own-policy.ts'

/** Adds a version to a policy of the account's own: it says so at once when it is made the default. */
export const createPolicyVersion = operation(
  CreatePolicyVersionCommand,
  ({ PolicyArn, PolicyDocument, SetAsDefault = false }, { state, now }) => {
    const policy = findOwnPolicy(state, PolicyArn, 'does not exist or is not attachable')
    requireManagedDocument(PolicyDocument)
    if (policy.versions.length >= 5)
      throw new AwsError(
        'LimitExceeded',
        'A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.',
      )
    const createdAt = stamp(now)
    const newest = policy.newest + 1
    const id = `v${newest}`
    putPolicy(state, {
      ...policy,
      newest,
      versions: [...policy.versions, { id, document: PolicyDocument, createdAt }],
      updatedAt: createdAt,
      ...(SetAsDefault && { defaultVersion: id }),
    })
    return {
      PolicyVersion: { VersionId: id, IsDefaultVersion: SetAsDefault, CreateDate: new Date(createdAt) },
    }
  },
)
