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
  /** Only a person can do this, elsewhere; a program cannot answer the page. */
  byHand?: true
  /** The account shows when it is done: it is looked at while the page stands there. */
  watched?: true
  /** Asks for a yes that has to be typed. */
  consent?: Consent
}

/**
 * A yes that is given by typing what it is about. `account` guards the first change in a real account;
 * `rights` what others have or would gain, or would lose.
 */
export type Consent = {
  about: 'account' | 'rights'
  title: string
  /** What there is to know first, one sentence each. */
  says: string[]
  /** What is typed, in words: `the account id or alias`. */
  label: string
  /** What may be typed: any of these. */
  type: string[]
  /** Another value for a field of the step, which does without. */
  instead?: { field: string; value: string }
}

/**
 * The port to the AWS console. The simulator does the task in its own account; the guide shows a person how and takes their word.
 * `submit` answers with the page that comes next, as the console does when it wants a code or a new password, or with nothing when the task is done.
 * It throws `Refused` when what was typed is wrong.
 */
export type Console = {
  page: (task: ConsoleTask) => Promise<Page>
  submit: (task: ConsoleTask, values: Values) => Promise<Page | undefined>
  /** Whether a person does the tasks in a browser, so that `run` and `undo` can only name them. */
  byHand?: true
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

/** A yes that was not given. Nothing was changed. */
export class NotAgreed extends Error {
  override name = 'NotAgreed'
  readonly fix: string
  constructor({ title, says, instead }: Consent, fix?: string) {
    super([title, ...says].join(' '))
    this.fix =
      fix ??
      (instead
        ? `Nothing was changed. Choose another name, such as ${instead.value}, or agree on the screen: iam-lab --live or --sim.`
        : 'Nothing was changed. Do this step on the screen, where it is asked.')
  }
}

/** A page that a program cannot answer: a person has to do it in the AWS console. */
export class OnlyByHand extends Error {
  override name = 'OnlyByHand'
  readonly fix: string
  constructor({ title, url, instructions }: Page) {
    super(`${title}: only a person can do this, in the AWS console.`)
    this.fix = `${instructions.join(' ')} ${url}`.trim()
  }
}

/** Shows a page and waits until the learner sends it. `problem` says what was wrong the time before. */
export type Ask = (page: Page, problem?: string, wrong?: string) => Promise<Values>
