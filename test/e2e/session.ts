import { newHome } from '../home.ts'
import { tick, type KeyName } from '../screen.ts'
import { start, type Program, type Starting } from './pty.ts'

/** Opens the practice account and waits until it can be worked in. */
export const openLab = async (starting: Partial<Starting> = {}, args: string[] = []) => {
  const home = starting.home ?? newHome()
  const program = start(['--sim', ...args], { ...starting, home })
  await program.until('Enter plan')
  return { program, home }
}

/** What Enter does in turn in each step, as the key line says it, once the plan is shown; `v` takes the virtual phone out. */
const turns: Record<string, [says: string, key: KeyName][]> = {
  'root-sign-in': [['Enter send', 'enter']],
  'account-alias': [],
  'root-mfa': [
    ['Enter type the codes', 'enter'],
    ['MFA code 2', 'v'],
    ['Enter type these codes', 'enter'],
    ['Enter send', 'enter'],
  ],
  'billing-access': [['Enter done', 'enter']],
  'password-policy': [],
  'admin-group': [],
  'admin-user': [],
  'credentials-csv': [],
  'root-sign-out': [['Enter done', 'enter']],
  'admin-sign-in': [['Enter send', 'enter']],
  'admin-mfa': [
    ['Enter type the codes', 'enter'],
    ['MFA code 2', 'v'],
    ['Enter type these codes', 'enter'],
    ['Enter send', 'enter'],
  ],
}

/** How long a hand takes at the least, in milliseconds: an Enter in the same moment as the frame is taken for one that was meant for the frame before. */
const reaction = 40

/** Does the step that is open, from its text to its evidence. */
export const doStep = async ({ press, until }: Program, id: string) => {
  const all: [says: string, key: KeyName][] = [
    ['Enter plan', 'enter'],
    ['Enter do this', 'enter'],
    ...turns[id]!,
  ]
  for (const [says, key] of all) {
    await until(says)
    await tick(reaction)
    await press(key)
  }
  await until(/Enter (next step|finish)/)
}
