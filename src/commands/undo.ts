import { steps } from '../lab/lab.ts'
import { carryOutUndo, planUndo } from '../lab/run.ts'
import type { Action, Step } from '../lab/step.ts'
import { answering } from './ask.ts'
import { confirmed } from './confirm.ts'
import type { Asked } from './parse.ts'
import { exits } from './problem.ts'
import { requireAccount } from './run.ts'
import { actionText } from './run-text.ts'
import { openAccount, type World } from './world.ts'

/** Takes back what this program did, newest step first, as root. */
export const undo = async ({ options }: Asked, world: World): Promise<number> => {
  const dry = options['dry-run'] === true
  const { sitting, close } = await openAccount(world, options, { dry, whoever: true })
  try {
    requireAccount(options['account-id'], sitting)
    const plans = await planUndo(sitting, steps)
    const planned = plans.filter(([, actions]) => actions.length > 0)
    const byHand = sitting.account.console.byHand === true
    for (const [step, actions] of planned) world.out(planText(step, actions, byHand))
    if (dry) {
      world.out(planned.length === 0 ? 'There is nothing to take back.' : 'Nothing was changed.')
      return exits.done
    }
    if (planned.length > 0)
      await confirmed(`Take this back in the account ${sitting.accountId}?`, options['yes'], world)
    // A yes for this very account was given, on the command line or now.
    sitting.agreed = true
    // The steps without an action are carried out too: what the journal says of them is taken back with the rest.
    for (const [step, actions] of plans) {
      const plan: [Step, Action[]] = [
        step,
        byHand ? actions.filter(action => !('console' in action)) : actions,
      ]
      const ask = answering({ step: plan[0], sitting, steps, now: world.now, say: world.err })
      for await (const happening of carryOutUndo([plan], sitting, ask, steps))
        if (happening.type === 'refused') world.err(happening.problem)
    }
    world.out(
      planned.length === 0
        ? 'There was nothing to take back.'
        : `Taken back: ${planned.length} ${planned.length === 1 ? 'step' : 'steps'}.`,
    )
    return exits.done
  } finally {
    close()
  }
}

const planText = ({ title }: Step, actions: Action[], byHand: boolean): string =>
  [
    title,
    ...actions.map(
      action =>
        `     ${byHand && 'console' in action ? 'only you can undo this, ' : ''}${actionText(action)}`,
    ),
  ].join('\n')
