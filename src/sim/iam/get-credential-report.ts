import { GetCredentialReportCommand } from '@aws-sdk/client-iam'
import { AwsError } from '../errors.ts'
import { operation } from '../operation.ts'
import { reportKept, reportTakes } from './generate-credential-report.ts'

/** The report as it was when it was generated: later changes do not show. The message is AWS's own (recorded). */
export const getCredentialReport = operation(GetCredentialReportCommand, (_, { state, now }) => {
  const report = state.credentialReports.get('newest')
  if (!report) throw new AwsError('ReportNotPresent', 'Unknown')
  const age = now.getTime() - Date.parse(report.startedAt)
  if (age < reportTakes) throw new AwsError('ReportInProgress', 'Unknown')
  if (age >= reportKept) throw new AwsError('ReportExpired', 'Unknown')
  return {
    Content: Buffer.from(report.content),
    ReportFormat: 'text/csv' as const,
    GeneratedTime: new Date(report.generatedAt),
  }
})
