import { render } from 'ink'
import { useCallback, useState } from 'react'
import type { Step } from '../lab/step.ts'
import { App } from './App.tsx'
import { desktop } from './outside.ts'
import type { Label } from './parts/Header.tsx'
import { useRepaint, wiped } from './repaint.ts'
import { Start } from './screens/Start.tsx'
import { useHangUp, useSuspend } from './suspend.ts'
import { marksFor } from './theme.ts'
import type { Exit, Opened } from './runs.ts'

export type LabOnScreen = {
  label: Label
  steps: readonly Step[]
  /** Opens the account of each kind. Called after the first frame; what it opened is closed when the screen has been left. */
  open: Record<Label, () => Promise<Opened>>
  /** Begins with the choice between practising and a real account. */
  start?: boolean
  stdin: NodeJS.ReadStream
  stdout: NodeJS.WriteStream
  env: Record<string, string | undefined>
}

/**
 * Runs the lab on the whole screen and answers the exit code.
 * The terminal is as it was before this settles; an error that ended the lab is thrown on after that.
 */
export const runLab = async ({ open, ...lab }: LabOnScreen): Promise<number> => {
  const { stdin, stdout } = lab
  let opened: Opened | undefined
  let ended: { code: number; error?: unknown } = { code: 0 }
  const letAll = keepToItself(stdout)
  const instance = render(
    <Whole
      {...lab}
      open={{
        SIMULATOR: async () => (opened = await open.SIMULATOR()),
        LIVE: async () => (opened = await open.LIVE()),
      }}
      onExit={(code, error) => {
        ended = { code, error }
        instance.unmount()
      }}
    />,
    {
      stdin,
      stdout,
      alternateScreen: true,
      incrementalRendering: true,
      maxFps: 60,
      exitOnCtrlC: false,
      patchConsole: true,
      interactive: Boolean(stdin.isTTY && stdout.isTTY),
    },
  )
  try {
    await instance.waitUntilExit()
  } finally {
    letAll()
    opened?.close?.()
  }
  if (ended.error !== undefined) throw ended.error
  return ended.code
}

/**
 * What is written instead of what Ink writes. It clears with the scrollback (ED 3), which is the person's own;
 * it draws where the cursor happens to be when it comes to the alternate screen, and leaves its last frame there.
 */
const instead: readonly [those: string, these: string][] = [
  ['\u001B[2J\u001B[3J\u001B[H', wiped],
  ['\u001B[?1049h', `\u001B[?1049h${wiped}`],
  ['\u001B[?1049l', `${wiped}\u001B[?1049l`],
]

/** Keeps what Ink writes to its own screen. Answers how to end it. */
const keepToItself = (stdout: NodeJS.WriteStream): (() => void) => {
  const { write } = stdout
  const ours = (text: string) => instead.reduce((all, [those, these]) => all.replaceAll(those, these), text)
  stdout.write = ((data: string | Uint8Array, ...others: []) =>
    write.call(stdout, typeof data === 'string' ? ours(data) : data, ...others)) as typeof write
  return () => {
    stdout.write = write
  }
}

const Whole = ({
  start = false,
  label,
  steps,
  open,
  stdout,
  env,
  onExit,
}: LabOnScreen & { onExit: Exit }) => {
  const [chosen, choose] = useState<Label | undefined>(start ? undefined : label)
  useRepaint()
  useSuspend()
  useHangUp(useCallback(() => onExit(130), [onExit]))
  if (chosen === undefined) return <Start onChosen={choose} onExit={onExit} />
  return (
    <App
      label={chosen}
      steps={steps}
      open={open[chosen]}
      outside={desktop(stdout)}
      marks={marksFor(env)}
      onExit={onExit}
    />
  )
}
