import { GenerateCredentialReportCommand } from '@aws-sdk/client-iam'
import { operation } from '../operation.ts'
import { credentialReport } from './credential-report.ts'
import { stamp } from './ids.ts'

/** How long a report takes (recorded: about two seconds) and how long it is kept and handed out again (IAM user guide: four hours). */
export const reportTakes = 2_000
export const reportKept = 4 * 3_600_000

/** Starts a report, or says that there is one. The report of an account is made at most every four hours. */
export const generateCredentialReport = operation(GenerateCredentialReportCommand, (_, { state, now }) => {
  const report = state.credentialReports.get('newest')
  const age = report ? now.getTime() - Date.parse(report.startedAt) : Infinity
  if (age < reportTakes) return { State: 'INPROGRESS' as const }
  if (age < reportKept) return { State: 'COMPLETE' as const }
  const generatedAt = stamp(new Date(now.getTime() + reportTakes))
  state.credentialReports.put('newest', {
    startedAt: now.toISOString(),
    generatedAt,
    content: credentialReport(state),
  })
  return { State: 'STARTED' as const, Description: 'No report exists. Starting a new report generation task' }
})
