import { iam } from './sdk.ts'
import type { Seen } from './step.ts'

/** An access key and when it was used last: `AKIA... (last used 2026-11-02)`. */
export const keyInWords = async (AccessKeyId: string, seen: Seen): Promise<string> => {
  const { GetAccessKeyLastUsedCommand } = await iam()
  const answer = await seen.look(new GetAccessKeyLastUsedCommand({ AccessKeyId })).catch(() => undefined)
  const date = answer?.AccessKeyLastUsed?.LastUsedDate
  return `${AccessKeyId} (${date ? `last used ${date.toISOString().slice(0, 10)}` : 'never used'})`
}
