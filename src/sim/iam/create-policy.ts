import { CreatePolicyCommand } from '@aws-sdk/client-iam'
import { AwsError } from '../errors.ts'
import { operation } from '../operation.ts'
import { newPolicyId, stamp } from './ids.ts'
import { managedPolicy, policyArn, policyUses, policyView, requireManagedDocument } from './managed-policy.ts'
import { putPolicy } from './own-policy.ts'
import { withTags } from './tags.ts'

/** Makes a managed policy of the account's own, whose first version is `v1`. */
export const createPolicy = operation(
  CreatePolicyCommand,
  ({ PolicyName, Path = '/', PolicyDocument, Description, Tags = [] }, { state, now }) => {
    if (state.policies.has(PolicyName.toLowerCase()))
      throw new AwsError(
        'EntityAlreadyExists',
        `A policy called ${PolicyName} already exists. Duplicate names are not allowed.`,
      )
    if (state.policies.size >= 1500)
      throw new AwsError('LimitExceeded', 'Cannot exceed quota for PoliciesPerAccount: 1500')
    requireManagedDocument(PolicyDocument)
    const createdAt = stamp(now)
    const row = {
      name: PolicyName,
      path: Path,
      id: newPolicyId(),
      ...(Description !== undefined && { description: Description }),
      createdAt,
      updatedAt: createdAt,
      tags: withTags([], Tags, 'by case'),
      versions: [{ id: 'v1', document: PolicyDocument, createdAt }],
      defaultVersion: 'v1',
      newest: 1,
    }
    putPolicy(state, row)
    const policy = managedPolicy(state, policyArn(state, row))!
    return {
      Policy: {
        ...policyView(policy, policyUses(state)),
        ...(row.tags.length > 0 && { Tags: [...row.tags] }),
      },
    }
  },
)
