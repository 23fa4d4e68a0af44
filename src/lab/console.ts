import type { Fields, Values } from './field.ts'

/** What only the AWS console can do: AWS offers no public API for these. */
export type ConsoleTask =
  | 'sign-in-as-root'
  | 'activate-root-mfa'
  | 'deactivate-root-mfa'
  | 'activate-iam-access-to-billing'
  | 'deactivate-iam-access-to-billing'
  | 'sign-out'
  | 'sign-in-as-admin'

/** What a person sees to do a task: where it is, what to do there, and what to type here. */
export type Page = {
  title: string
  /** The place in the AWS console, to open in a browser. */
  url: string
  /** What to do there, one sentence each. */
  instructions: string[]
  /** A secret to scan or type into an authenticator app: shown once, wiped on leaving. */
  shows?: { seed: string; otpauth: string }
  fields: Fields
}

/**
 * The port to the AWS console. The simulator does the task in its own account; the guide shows a person how and takes their word.
 * `submit` answers with the page that comes next, as the console does when it wants a code or a new password, or with nothing when the task is done.
 * It throws `Refused` when what was typed is wrong.
 */
export type Console = {
  page: (task: ConsoleTask) => Promise<Page>
  submit: (task: ConsoleTask, values: Values) => Promise<Page | undefined>
}

/** The console's own "no" to what was typed: a wrong password, a wrong code. The same page is asked again. */
export class Refused extends Error {
  override name = 'Refused'
  /** The field that was wrong, when one was. */
  readonly field: string | undefined
  constructor(message: string, field?: string) {
    super(message)
    this.field = field
  }
}

/** Shows a page and waits until the learner sends it. `problem` says what was wrong the time before. */
export type Ask = (page: Page, problem?: string) => Promise<Values>
