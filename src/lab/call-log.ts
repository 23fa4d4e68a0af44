import { awsLine } from './aws-line.ts'
import type { Entry, Made, Progress } from './progress.ts'

/** One call that was sent and may change the account, as the journal has it. */
export type LoggedCall = {
  at: string
  step: string
  /** `iam:CreateUser`. */
  call: string
  /** What was sent, with what is secret masked. */
  input: Made
  /** The same as an `aws` command. */
  line: string
  /** `ok`, AWS's error code, or `NoAnswer`. */
  outcome: string
  ms: number | undefined
  requestId: string | undefined
  retries: Retried[]
  /** The answer never came: the account was read, and showed this. */
  settled: boolean
}

/** A try that failed, and how long was waited before the next, in milliseconds. */
export type Retried = { reason: string; milliseconds: number }

/** Every call that was sent, the oldest first. */
export const callLog = (progress: Progress | undefined): LoggedCall[] => {
  const calls: LoggedCall[] = []
  for (const entry of progress?.entries() ?? []) {
    if (entry.type === 'sending') calls.push(sent(entry))
    if (entry.type !== 'answered') continue
    const open = calls.findLast(
      ({ step, call, outcome }) => step === entry.step && call === entry.call && outcome === 'NoAnswer',
    )
    if (open) Object.assign(open, answered(entry))
  }
  return calls
}

const sent = ({ at, step, call, input }: Extract<Entry, { type: 'sending' }>): LoggedCall => ({
  at,
  step,
  call,
  input,
  line: awsLine(call, input),
  outcome: 'NoAnswer',
  ms: undefined,
  requestId: undefined,
  retries: [],
  settled: false,
})

const answered = (entry: Extract<Entry, { type: 'answered' }>): Partial<LoggedCall> => {
  const { outcome, ms, requestId, retries = [], settled = false } = entry
  return { outcome, ms, requestId, retries, settled }
}
