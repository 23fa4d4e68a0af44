import type { Values } from '../lab/field.ts'
import { shown } from '../lab/shown.ts'
import type { Level } from '../lab/step.ts'
import type { State } from './state.ts'

/** One thing in the account, the step that makes it, and what hangs on it. */
type Thing = { text: string; step: string; parts?: Thing[] }

/** One line of the drawing: the branches before it, and how it is proved; undefined when it is not there yet. */
export type DrawnLine = { branches: string; text: string; level: Level | undefined; step: number }

/** What the lab makes of an account, as a tree. Names are those that were chosen. */
const things = (chosen: (step: string) => Values, { accountId, alias, identity, standing }: State): Thing => {
  const key = standing['admin-user']?.find(({ claim }) => claim.includes('access key'))?.saw
  const { GroupName = '' } = chosen('admin-group')
  const { UserName = '' } = chosen('admin-user')
  const { MinimumPasswordLength } = chosen('password-policy')
  const user = identity?.split(':').at(-1) ?? 'nobody'
  return {
    text: `account ${accountId || '…'}, signed in: ${user}`,
    step: 'root-sign-in',
    parts: [
      { text: alias ? `alias ${alias}` : 'alias', step: 'account-alias' },
      {
        text: 'root user: no policy limits it',
        step: 'root-sign-in',
        parts: [
          { text: 'MFA device', step: 'root-mfa' },
          { text: 'signed out', step: 'root-sign-out' },
        ],
      },
      { text: 'the bill, open to users', step: 'billing-access' },
      {
        text: `passwords of ${MinimumPasswordLength} characters or more`,
        step: 'password-policy',
      },
      {
        text: `group ${GroupName}`,
        step: 'admin-group',
        parts: [
          { text: 'AdministratorAccess: everything', step: 'admin-group' },
          {
            text: `user ${UserName}: what the group may`,
            step: 'admin-user',
            parts: [
              { text: 'console password', step: 'admin-user' },
              { text: key ? `access key ${key}` : 'access key', step: 'admin-user' },
              { text: 'the key, in a file', step: 'credentials-csv' },
              { text: 'has signed in', step: 'admin-sign-in' },
              { text: 'MFA device', step: 'admin-mfa' },
            ],
          },
        ],
      },
    ],
  }
}

/** The account as a tree of lines, with what is still to come. */
export const drawing = (state: State, chosen: (step: string) => Values): DrawnLine[] => {
  const lines: DrawnLine[] = []
  const draw = ({ text, step, parts = [] }: Thing, branches: string, below: string) => {
    const level = state.standing[step]?.[0]?.level
    lines.push({ branches, text: shown(text), level, step: state.steps.indexOf(step) + 1 })
    for (const [index, part] of parts.entries()) {
      const last = index === parts.length - 1
      draw(part, `${below}${last ? '└─ ' : '├─ '}`, `${below}${last ? '   ' : '│  '}`)
    }
  }
  draw(things(chosen, state), '', '')
  return lines
}
