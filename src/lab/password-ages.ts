import { errorCode } from './account.ts'
import { iam } from './sdk.ts'
import type { Seen } from './step.ts'

/**
 * The users whose console password is older than so many days. From the credential report, which AWS keeps for four hours:
 * it may name somebody who has changed a password since, and leaves nobody out.
 */
export const expiredBy = async (days: number, seen: Seen): Promise<string[]> => {
  const { at, rows } = await credentialReport(seen)
  const before = at.getTime() - days * 86_400_000
  return rows.flatMap(row => {
    const { user, password_enabled: enabled, password_last_changed: changed } = row
    // The policy is not for root.
    return user !== undefined &&
      user !== '<root_account>' &&
      enabled === 'true' &&
      new Date(changed!).getTime() < before
      ? [user]
      : []
  })
}

/** The credential report, by its own column names (IAM user guide, id_credentials_getting-report), and AWS's time when it was made. */
const credentialReport = async (seen: Seen): Promise<{ at: Date; rows: Record<string, string>[] }> => {
  const { GenerateCredentialReportCommand, GetCredentialReportCommand } = await iam()
  const { parse } = await import('csv-parse/sync')
  for (let wait = 1000; ; wait *= 2) {
    const { State } = await seen.look(new GenerateCredentialReportCommand({}))
    const answer =
      State === 'COMPLETE'
        ? await seen.look(new GetCredentialReportCommand({})).catch((error: unknown) => {
            if (!notYet.has(errorCode(error))) throw error
            return undefined
          })
        : undefined
    if (answer) {
      const rows: Record<string, string>[] = parse(Buffer.from(answer.Content!), { columns: true })
      return { at: answer.GeneratedTime ?? seen.now(), rows }
    }
    if (wait > 16_000) throw new Error('AWS has not made the credential report within 31 s. Try again.')
    await seen.pause(wait)
  }
}

/** AWS's codes for a report that is not there yet. */
const notYet: ReadonlySet<string> = new Set(['ReportNotPresent', 'ReportInProgress', 'ReportExpired'])
