import { expect, test } from 'vitest'
import { answering } from '../../src/commands/ask.ts'
import { doStep, type Round } from '../../src/commands/do-step.ts'
import { steps } from '../../src/lab/lab.ts'
import { timeStep } from '../../src/lab/mfa.ts'
import { openSimulated } from '../../src/simulated.ts'
import { newHome } from '../home.ts'

test('signing in again and again takes the codes ahead, and waits when those were used too', async () => {
  const home = newHome()
  // Ten seconds into a time step of today: the SDK signs with the machine's own time, and the simulator checks that.
  let clock = timeStep(Date.now()) * 30_000 + 10_000
  const now = () => new Date(clock)
  const said: string[] = []
  /** A new process, which does the last two steps. */
  const start = async (from: number) => {
    const { sitting, close } = await openSimulated({ home, account: 'practice', now })
    sitting.pause = async milliseconds => void (clock += milliseconds)
    const say = (line: string) => void said.push(line)
    const round: Round = {
      sitting,
      steps,
      say,
      askFor: step => answering({ step, sitting, steps, now, say }),
      fill: async () => {},
      agree: async () => {},
      signedIn: new Set(),
    }
    const statuses: string[] = []
    for (const step of steps.slice(from)) statuses.push((await doStep(step, round)).line.status)
    close()
    return statuses
  }
  expect(new Set(await start(0))).toEqual(new Set(['done']))
  for (const waits of [0, 0, 0, 1, 2]) {
    expect(await start(9)).toEqual(['already', 'already'])
    expect(said).toHaveLength(waits)
  }
  expect(said).toEqual([
    'The codes of now were used already. Waiting 20 s for the next.',
    'The codes of now were used already. Waiting 30 s for the next.',
  ])
})
