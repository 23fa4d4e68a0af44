import { iam } from './sdk.ts'
import type { Seen } from './step.ts'

/**
 * Why root cannot sign in to this account at all; undefined where it can, or where that cannot be seen.
 * An organization that manages root centrally has taken its password away (IAM user guide, id_root-user centralized access).
 */
export const rootManagedElsewhere = async (seen: Seen): Promise<string | undefined> => {
  const { GetAccountSummaryCommand } = await iam()
  const answer = await seen.look(new GetAccountSummaryCommand({})).catch(() => undefined)
  const { AccountPasswordPresent: password, AccountMFAEnabled: mfa } = (answer?.SummaryMap ?? {}) as Record<
    string,
    number
  >
  return password === 0 && mfa !== 1
    ? 'Root of this account has no password: an organization manages it, and nobody signs in as root here.'
    : undefined
}
