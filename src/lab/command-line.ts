import { actionName, type ApiCall } from './account.ts'
import { awsLine } from './aws-line.ts'
import { redacted } from './redact.ts'

/** A call as an `aws` command line, with secrets masked. */
export const commandLine = (call: ApiCall): string => awsLine(actionName(call), redacted(call))
