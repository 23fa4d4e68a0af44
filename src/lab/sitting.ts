import { readOnly, type Account } from './account.ts'
import { initialValues, type About, type PasswordPolicyInForce, type Values } from './field.ts'
import type { Held } from './held.ts'
import { beforeOf, chosenIn, madeBy, madeHere, tasksSaid, type Progress } from './progress.ts'
import type { Seen, Step } from './step.ts'

/** One person's sitting at the lab: the account, the journal, what is held in memory and what has been chosen. */
export type Sitting = {
  account: Account
  progress: Progress
  held: Held
  /** What was chosen in this run and is not in the journal (secrets among it), by step id. */
  chosen: Map<string, Values>
  /** Where state and the csv are kept. */
  home: string
  /** The account's time. */
  now: () => Date
  /** Twelve digits; empty until it is known. */
  accountId: string
  /** As last read; the forms hold new passwords to it. */
  passwordPolicy: PasswordPolicyInForce | undefined
  suggestedPassword: string
  /** Whether the first change was agreed to, where that is asked. */
  agreed?: boolean
  /** Whether a call is on its way: its answer may still come. */
  sending?: boolean
  /** Waits, in milliseconds: between two looks at an account that is slow to show a change. */
  pause: (milliseconds: number) => Promise<void>
}

/** What forms may know of a sitting. */
export const about = (sitting: Sitting, steps: readonly Step[]): About => ({
  accountId: sitting.accountId,
  home: sitting.home,
  passwordPolicy: sitting.passwordPolicy,
  suggestedPassword: sitting.suggestedPassword,
  chosen: id => {
    const step = steps.find(step => step.id === id)
    return step === undefined ? {} : valuesOf(step, sitting, steps)
  },
})

/** A step's form as it stands: what was typed in this run, else what an earlier run chose, else the defaults. */
export const valuesOf = (step: Step, sitting: Sitting, steps: readonly Step[]): Values => ({
  ...initialValues(step.fields, about(sitting, steps)),
  ...chosenIn(sitting.progress, step.id),
  ...sitting.chosen.get(step.id),
})

/** What a step may know while it plans, verifies or undoes. */
export const seenBy = (step: Step, sitting: Sitting, steps: readonly Step[]): Seen => ({
  ...about(sitting, steps),
  look: readOnly(sitting.account.send),
  lookAs: credentials => readOnly(sitting.account.as(credentials)),
  said: tasksSaid(sitting.progress),
  session: () => sitting.account.session?.(),
  remnants: async () => (await sitting.account.remnants?.()) ?? [],
  profiles: sitting.account.profiles,
  pause: sitting.pause,
  now: sitting.now,
  held: sitting.held,
  made: (action, of = step.id) => madeBy(sitting.progress, of, action),
  madeHere: () => madeHere(sitting.progress, step.id),
  before: action => beforeOf(sitting.progress, step.id, action),
})
