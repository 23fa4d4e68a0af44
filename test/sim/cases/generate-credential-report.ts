import { GenerateCredentialReportCommand } from '@aws-sdk/client-iam'
import type { Case } from '../case.ts'

const started = {
  State: 'STARTED',
  Description: 'No report exists. Starting a new report generation task',
}
const fourHours = 4 * 3600

export default [
  {
    name: 'the first report',
    call: new GenerateCredentialReportCommand({}),
    expect: { output: started },
  },
  {
    name: 'a report that is being made',
    given: [new GenerateCredentialReportCommand({})],
    call: new GenerateCredentialReportCommand({}),
    expect: { output: { State: 'INPROGRESS' } },
  },
  {
    name: 'a report that is there',
    given: [new GenerateCredentialReportCommand({})],
    later: 2,
    call: new GenerateCredentialReportCommand({}),
    expect: { output: { State: 'COMPLETE' } },
  },
  {
    name: 'a report of nearly four hours ago is handed out again',
    given: [new GenerateCredentialReportCommand({})],
    later: fourHours - 60,
    call: new GenerateCredentialReportCommand({}),
    expect: { output: { State: 'COMPLETE' } },
  },
  {
    name: 'a report of four hours ago is made anew',
    given: [new GenerateCredentialReportCommand({})],
    later: fourHours,
    call: new GenerateCredentialReportCommand({}),
    expect: { output: started },
  },
] satisfies Case[]
