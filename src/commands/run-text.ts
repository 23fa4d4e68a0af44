import type { ConsoleTask } from '../lab/console.ts'
import { commandLine } from '../lab/command-line.ts'
import { steps } from '../lab/lab.ts'
import type { Action } from '../lab/step.ts'
import { shown } from '../lab/shown.ts'
import { paint } from './paint.ts'
import type { StepLine } from './step-line.ts'
import type { Summary } from './summary.ts'
import type { World } from './world.ts'

const marks = {
  done: ['✓', 'good'],
  already: ['✓', 'good'],
  failed: ['✗', 'bad'],
  planned: ['→', 'waiting'],
  pending: ['·', 'quiet'],
  'not-applicable': ['-', 'quiet'],
} as const

/** The tasks of the AWS console, in words. */
const tasks: Record<ConsoleTask, string> = {
  'sign-in-as-root': 'sign in as root',
  'activate-root-mfa': 'assign an MFA device to root',
  'deactivate-root-mfa': 'remove the MFA device of root',
  'activate-iam-access-to-billing': 'activate IAM access to billing',
  'deactivate-iam-access-to-billing': 'deactivate IAM access to billing',
  'sign-out': 'sign out',
  'sign-in-as-admin': 'sign in as the admin user',
}

/** What an action does, on one line, with secrets masked. */
export const actionText = (action: Action): string => {
  if ('console' in action) return `in the console: ${tasks[action.console]}`
  if ('consent' in action) return shown(`agree: ${action.consent.title}`)
  if ('left' in action) return shown(`left: ${action.left}`)
  return shown('here' in action ? `here: ${action.here}` : commandLine(action.call))
}

/** A step on one line: mark, number, title, status, level and proof. What is planned, or wrong, stands below. */
export const stepText = (
  line: StepLine,
  actions: Action[],
  { colour, plain }: Pick<World, 'colour' | 'plain'>,
): string => {
  const [mark, meaning] = marks[line.status]
  const { title } = steps[line.number - 1]!
  const columns = [
    ...(plain ? [] : [paint(meaning, mark, colour)]),
    String(line.number).padStart(2),
    title.padEnd(widest),
    line.status.padEnd(8),
    ...(line.proof === null ? [] : [line.evidence.padEnd(8), paint('quiet', line.proof, colour)]),
  ]
  const below = [
    ...actions.map(actionText),
    ...(line.error ? [`${line.error.code}: ${line.error.message}`, line.error.fix] : []),
  ]
  return [columns.join(' ').trimEnd(), ...below.map(each => `     ${each}`)].join('\n')
}

const widest = Math.max(...steps.map(({ title }) => title.length))

/** The end of a run, in words. */
export const summaryText = (
  { total, done, evidence, accountId, identity, csv }: Summary,
  dry: boolean,
): string => {
  const levels = Object.entries(evidence).flatMap(([level, count]) =>
    count > 0 ? [`${count} ${level}`] : [],
  )
  return [
    '',
    `${done} of ${total} ${dry ? 'are done already; nothing was changed' : `done${levels.length > 0 ? `: ${levels.join(', ')}` : ''}`}.`,
    `Account ${accountId}${dry || identity === null ? '' : `, signed in as ${identity}`}.`,
    ...(csv === null ? [] : [`The credentials file: ${csv}`]),
  ].join('\n')
}
