import type { ApiCall, Credentials, Profiles, Remnant, Send, Session } from './account.ts'
import type { ConceptId } from './concepts.ts'
import type { Consent, ConsoleTask, Page } from './console.ts'
import type { About, Fields, Values } from './field.ts'
import type { Held } from './held.ts'
import type { Made } from './progress.ts'

/** How a tick was proved: done by a call of ours and read back, shown by an API, or the person's word. */
export type Level = 'applied' | 'verified' | 'attested'

/**
 * One thing a plan does. The screen previews these same objects, the runner carries them out.
 * - `call`: an SDK command, sent as it stands. `before` is what AWS will replace whole.
 * - `call` with `ask`: a command that needs what a person types after an earlier call has answered (the codes of a device that was just made).
 *   `call` is the preview with stand-ins, `ask` the page, `complete` the command that is sent. This is the one form for a step with stages.
 *   It may answer with nothing: then nothing is sent (a code that may be left out).
 * - `consent`: a yes to type before what follows it.
 * - `console`: a task of the AWS console.
 * - `here`: something on this machine, such as writing a file. `run` answers with what it made. With `ask` a person is asked first,
 *   and `run` may answer with nothing: then it was left out.
 * - `left`: in an undo, something that stays as it is, and why, in a sentence.
 */
export type Action =
  | { call: ApiCall; before?: Record<string, unknown> }
  | {
      call: ApiCall
      ask: (held: Held) => Page
      complete: (values: Values, held: Held) => ApiCall | undefined
    }
  | { consent: Consent }
  | { console: ConsoleTask }
  | { here: string; ask?: () => Page; run: (held: Held, values: Values) => Promise<Made | void> }
  | { left: string }

/** One thing that was looked at, and whether it is as the lab wants it. */
export type Finding = {
  claim: string
  holds: boolean
  /** The call that showed it (`iam:GetUser`), or `you` where no API can. */
  source: string
  saw: string
  /** What is worth handing on: a user name, a key id, a path. Never a secret. */
  outputs?: Record<string, string | undefined>
  /** Worth showing, and no condition: the step may be done without it. */
  beside?: true
}

/** A finding, with how far it proves the step and when it was seen (ISO 8601). */
export type Evidence = Omit<Finding, 'outputs'> & { level: Level; at: string }

/** What a step may know while it plans, verifies or undoes. */
export type Seen = About & {
  /** Reads the account as whoever is signed in. Refuses to change anything. */
  look: Send
  /** Reads the account with other credentials. */
  lookAs: (credentials: Credentials) => Send
  /** The console tasks a person has done, or says to have done. */
  said: ReadonlySet<ConsoleTask>
  /** What is to be known of the credentials in use. */
  session: () => Session | undefined
  /** The root credentials that this machine holds beside the program. */
  remnants: () => Promise<Remnant[]>
  profiles: Profiles | undefined
  /** Waits, in milliseconds. */
  pause: (milliseconds: number) => Promise<void>
  /** The account's time. */
  now: () => Date
  /** Secrets of this run, in memory only. */
  held: Held
  /** What this program made with this call for this step (or the one that is named), in this run or an earlier one, oldest first: `made('iam:CreateGroup')`. */
  made: (action: string, step?: string) => Made[]
  /** What this step made on this machine, in this run or an earlier one. */
  madeHere: () => Made[]
  /** What a replaced thing was before this step replaced it: `before('iam:UpdateAccountPasswordPolicy')`. */
  before: (action: string) => Record<string, unknown> | undefined
}

/** A question with two or three answers, the index of the right one, why it is right, and AWS's page that says so. */
export type Question = { asks: string; choices: string[]; right: number; because: string; docs: string }

export type Step<F extends Fields = Fields> = {
  id: string
  title: string
  /** Two sentences that a beginner understands. */
  why: string
  /** Mistakes that are often made here, put right in words. */
  mistakes?: string[]
  /** The concepts that are met here for the first time. */
  concepts: ConceptId[]
  /** The AWS page to read on. */
  docs: { title: string; url: string }
  /** From a nudge to the exact answer. */
  hints: [string, string, string]
  fields: F
  /** What is different now, and why that matters. */
  changed: string
  /** Asked once it is done; nobody has to answer. */
  question: Question
  /** What to try or to know once it is done. */
  afterwards?: string
  /** How the tick is proved when the step is done here. */
  level: Level
  /** Why the step cannot be done in this account at all, in a sentence; undefined where it can. Reads, never writes. */
  inapplicable?: (seen: Seen) => Promise<string | undefined>
  /** What is still to be done to make the claims hold; `[]` when nothing. Reads, never writes. */
  plan: (values: Values<F>, seen: Seen) => Promise<Action[]>
  /** Looks at the account and reports what it sees. Reads, never writes. */
  verify: (values: Values<F>, seen: Seen) => Promise<Finding[]>
  /** What takes the step back, in AWS's order; only what this program made. Reads, never writes. */
  undo?: (values: Values<F>, seen: Seen) => Promise<Action[]>
}

/** A step that this account does not have: a root that is managed elsewhere, a right that an organization has taken away. */
export class NotApplicable extends Error {
  override name = 'NotApplicable'
  readonly fix = 'There is nothing to do here; go on with the next step.'
}

/** Types `plan`, `verify` and `undo` by the step's own fields. */
export const defineStep = <const F extends Fields>(step: Step<F>): Step => step as unknown as Step
