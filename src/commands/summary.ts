import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Send } from '../lab/account.ts'
import { evidenceOf } from '../lab/progress.ts'
import { valuesOf, type Sitting } from '../lab/sitting.ts'
import type { Level, Step } from '../lab/step.ts'
import { whoAmI } from '../lab/steps/root-sign-in.ts'
import type { StepLine } from './step-line.ts'

/** The last line of `run --json`. */
export type Summary = {
  type: 'summary'
  /** How many steps were asked for, and how many of them are done or were already. */
  total: number
  done: number
  evidence: Record<Level, number>
  accountId: string
  /** The ARN of whoever is signed in. */
  identity: string | null
  /** Where the credentials file is, when it was written and is there. */
  csv: string | null
  exit: number
}

/** Sums the steps of a run up. */
export const summaryOf = async (
  lines: StepLine[],
  exit: number,
  sitting: Sitting,
  steps: readonly Step[],
  look: Send,
): Promise<Summary> => {
  const finished = lines.filter(({ status }) => status === 'done' || status === 'already')
  const count = (level: Level) => finished.filter(({ evidence }) => evidence === level).length
  return {
    type: 'summary',
    total: lines.length,
    done: finished.length,
    evidence: { applied: count('applied'), verified: count('verified'), attested: count('attested') },
    accountId: sitting.accountId,
    identity: (await whoAmI(look).catch(() => undefined)) ?? null,
    csv: csvOf(sitting, steps),
    exit,
  }
}

const csvOf = (sitting: Sitting, steps: readonly Step[]): string | null => {
  const step = steps.find(({ id }) => id === 'credentials-csv')!
  const path = resolve(valuesOf(step, sitting, steps)['Path']!)
  return evidenceOf(sitting.progress, step.id).length > 0 && existsSync(path) ? path : null
}
