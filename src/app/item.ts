import { actionName } from '../lab/account.ts'
import type { ConsoleTask } from '../lab/console.ts'
import type { Happening } from '../lab/run.ts'
import { shown } from '../lab/shown.ts'
import type { Action } from '../lab/step.ts'

/** One action as the preview shows it, and how far it has come. */
export type Item = {
  /** `iam:CreateUser`, or what is done, in words. */
  name: string
  kind: 'call' | 'consent' | 'console' | 'here' | 'left'
  /** The same as an `aws` command, secrets masked. */
  line?: string
  /** Whether something is asked for before it is sent. */
  asks?: true
  /** What it replaces: name, before, after. */
  changes?: [name: string, before: string, after: string][]
  status: 'waiting' | 'sending' | 'done' | 'failed'
  /** AWS's error code, when it was refused. */
  outcome?: string
  ms?: number
  requestId?: string
}

const tasks: Record<ConsoleTask, string> = {
  'sign-in-as-root': 'sign in as root',
  'activate-root-mfa': 'assign an MFA device to root',
  'deactivate-root-mfa': 'remove the MFA device of root',
  'activate-iam-access-to-billing': 'activate IAM access to billing',
  'deactivate-iam-access-to-billing': 'deactivate IAM access to billing',
  'sign-out': 'sign out',
  'sign-in-as-admin': 'sign in as the admin user',
}

/** A plan as the preview shows it. Loads the SDK's schemas, which know what is secret. */
export const itemsFor = async (actions: Action[]): Promise<Item[]> => {
  const { commandLine } = await import('../lab/command-line.ts')
  const { redacted } = await import('../lab/redact.ts')
  return actions.map((action): Item => {
    if ('consent' in action) return { kind: 'consent', name: action.consent.title, status: 'waiting' }
    if ('left' in action) return { kind: 'left', name: action.left, status: 'waiting' }
    if ('console' in action) return { kind: 'console', name: tasks[action.console], status: 'waiting' }
    if ('here' in action) return { kind: 'here', name: action.here, status: 'waiting' }
    const before = 'before' in action ? action.before : undefined
    return {
      kind: 'call',
      name: actionName(action.call),
      line: commandLine(action.call),
      ...('ask' in action && { asks: true }),
      ...(before && { changes: changes(before, redacted(action.call)) }),
      status: 'waiting',
    }
  })
}

const changes = (before: Record<string, unknown>, after: Record<string, unknown>): Item['changes'] =>
  [...new Set([...Object.keys(after), ...Object.keys(before)])].map(name => [
    name,
    said(before[name]),
    said(after[name]),
  ])

const said = (value: unknown): string =>
  value === undefined || value === null ? 'none' : shown(String(value))

/** A plan after something more has happened: the first action that is not done is the one that it happened to. */
export const advanced = (items: Item[], happening: Happening): Item[] => {
  const at = items.findIndex(({ status }) => status !== 'done')
  const item = items[at]
  return item === undefined ? items : items.with(at, { ...item, ...progress(happening) })
}

const progress = (happening: Happening): Partial<Item> => {
  switch (happening.type) {
    case 'sending':
      return { status: 'sending' }
    case 'answered': {
      const { outcome, ms, requestId } = happening
      return { status: outcome === 'ok' ? 'done' : 'failed', outcome, ms, ...(requestId && { requestId }) }
    }
    case 'refused':
      return { status: 'waiting' }
    case 'replanned':
      return {}
    case 'agreed':
    case 'left-out':
    case 'in-console':
    case 'here':
      return { status: 'done' }
  }
}
