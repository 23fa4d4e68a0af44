import { onTestFinished } from 'vitest'
import { App } from '../../src/app/App.tsx'
import type { Opened } from '../../src/app/runs.ts'
import { marks } from '../../src/app/theme.ts'
import { steps } from '../../src/lab/lab.ts'
import type { Sitting } from '../../src/lab/sitting.ts'
import { openSimulated } from '../../src/simulated.ts'
import { newHome } from '../home.ts'
import { open, type Terminal } from '../terminal.tsx'

type Options = {
  home?: string
  columns?: number
  rows?: number
  label?: 'SIMULATOR' | 'LIVE'
  /** Opens something else than the practice account as it is. */
  opening?: () => Promise<Opened>
  around?: (sitting: Sitting) => Sitting
}

/** A learner in front of the lab, at a practice account. */
export const sitDown = async ({
  home = newHome(),
  label = 'SIMULATOR',
  opening,
  around,
  ...size
}: Options = {}) => {
  const exits: [number, unknown][] = []
  const outside: string[] = []
  let opened: Awaited<ReturnType<typeof openSimulated>> | undefined
  const simulated = async () => {
    opened = await openSimulated({ home, account: 'practice', now: () => new Date() })
    return { ...opened, sitting: around ? around(opened.sitting) : opened.sitting }
  }
  const terminal = await open(
    <App
      label={label}
      steps={steps}
      marks={marks}
      open={opening ?? simulated}
      outside={{
        openLink: url => void outside.push(url),
        copy: text => {
          outside.push(text)
          return 'Copied.'
        },
        write: (folder, name, text) => {
          outside.push(`${folder}/${name}`, text)
          return 'Written.'
        },
      }}
      onExit={(code, error) => void exits.push([code, error])}
    />,
    size,
  )
  const leave = async () => {
    await terminal.close()
    opened?.close()
    opened = undefined
  }
  onTestFinished(leave)
  return {
    ...terminal,
    leave,
    home,
    exits,
    outside,
    sitting: () => opened!.sitting,
    /** Presses Enter and waits for what comes. */
    enter: async (awaited: Parameters<Terminal['until']>[0]) => {
      await terminal.press('enter')
      return terminal.until(awaited)
    },
  }
}

export type Learner = Awaited<ReturnType<typeof sitDown>>

/** Does the lab with Enter and the virtual phone alone, up to a step or to its end. Every frame that was seen is kept. */
export const doLab = async (learner: Terminal, until?: string) => {
  const frames: string[] = []
  for (;;) {
    const frame = await learner.until(whatEnterDoes)
    frames.push(frame)
    const [, label] = whatEnterDoes.exec(frame)!
    if (label === 'plan' && until !== undefined && isAt(frame, until)) return frames
    if (label === 'finish') break
    if (label === 'send' && frame.includes('MFA code 1  [ ]')) await learner.type('v')
    else await learner.press('enter')
    await learner.until(after => after !== frame)
  }
  await learner.press('enter')
  frames.push(await learner.until('The lab is done'))
  return frames
}

/** Whether a step is the one that is shown: its title stands over it, or in a narrow window in the strip. */
const isAt = (frame: string, title: string): boolean =>
  frame.includes(title) || frame.includes(`\n ${title.replace('. ', ' ')}`)

/** What the key line says that Enter does, where it does something. */
export const whatEnterDoes = /Enter (plan|do this|send|done|type the codes|type these codes|next step|finish)/
