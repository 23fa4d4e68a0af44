import { operationOf, type ApiCall } from '../lab/account.ts'
import type { Happening, Standing } from '../lab/run.ts'
import type { Level, Step } from '../lab/step.ts'
import type { Failure } from './failure.ts'

/** One call as `run --json` shows it. `outcome` is `ok`, AWS's error code, or `planned`. */
export type CallLine = {
  service: string
  operation: string
  outcome: string
  ms: number | null
  requestId: string | null
}

/** One step as `run --json` shows it, on one line. */
export type StepLine = {
  type: 'step'
  number: number
  id: string
  status: 'done' | 'already' | 'pending' | 'failed' | 'planned' | 'not-applicable'
  evidence: Level | 'pending'
  /** The calls that proved it. */
  proof: string | null
  calls: CallLine[]
  outputs: Record<string, string>
  error: { code: string; message: string; fix: string } | null
}

/** A step of which nothing is known yet. */
export const pendingLine = (number: number, { id }: Step): StepLine => ({
  type: 'step',
  number,
  id,
  status: 'pending',
  evidence: 'pending',
  proof: null,
  calls: [],
  outputs: {},
  error: null,
})

/** What a standing that holds adds to a step's line. */
export const proofOf = ({
  evidence,
  outputs,
}: Standing): Pick<StepLine, 'evidence' | 'proof' | 'outputs'> => ({
  evidence: evidence[0]!.level,
  proof: [...new Set(evidence.filter(({ beside }) => !beside).map(({ source }) => source))].join(', '),
  outputs,
})

/** A failure as it stands on a step's line. */
export const errorOf = ({ code, message, fix }: Failure): StepLine['error'] => ({ code, message, fix })

/** A call that was answered, as it stands on a step's line. */
export const answeredLine = ({
  call,
  outcome,
  ms,
  requestId,
}: Extract<Happening, { type: 'answered' }>): CallLine => {
  const [service, operation] = operationOf(call)
  return { service, operation, outcome, ms, requestId: requestId ?? null }
}

/** A call that is only planned, as it stands on a step's line. */
export const plannedLine = (call: ApiCall): CallLine => {
  const [service, operation] = operationOf(call)
  return { service, operation, outcome: 'planned', ms: null, requestId: null }
}
