import { ListPolicyVersionsCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { findPolicy } from './managed-policy.ts'
import { page } from './page.ts'

/** A policy's versions, newest first, without their documents. Of AWS's policies the simulator keeps the default version alone. */
export const listPolicyVersions = operation(ListPolicyVersionsCommand, (input, { state }) => {
  const { versions, defaultVersion } = findPolicy(
    state,
    input.PolicyArn,
    'does not exist or is not attachable',
  )
  const newestFirst = versions.toReversed().map((version, index) => ({ ...version, place: String(index) }))
  const [shown, paged] = page(newestFirst, ({ place }) => place, input)
  return {
    Versions: shown.map(({ id, createdAt }) => ({
      VersionId: id,
      IsDefaultVersion: id === defaultVersion,
      CreateDate: new Date(createdAt),
    })),
    ...paged,
  }
})
