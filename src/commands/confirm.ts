import { exits, Problem } from './problem.ts'
import type { World } from './world.ts'

/** Goes on when the person says yes, on the command line or now; ends the command with a `Problem` when not. */
export const confirmed = async (
  question: string,
  yes: string | true | undefined,
  world: World,
): Promise<void> => {
  if (yes) return
  if (!world.interactive)
    throw new Problem(
      'This needs a yes, and there is no terminal to ask on. Nothing was changed.',
      'Add --yes.',
      exits.refused,
    )
  const answer = await world.ask(`${question} (yes or no) `)
  if (!/^y(es)?$/i.test(answer?.trim() ?? ''))
    throw new Problem(
      'It was not confirmed. Nothing was changed.',
      'Type yes to go on, or add --yes.',
      exits.refused,
    )
}
