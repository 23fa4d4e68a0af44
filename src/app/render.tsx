import { render } from 'ink'
import { useState } from 'react'
import { explain } from '../lab/explain.ts'
import type { Step } from '../lab/step.ts'
import { App } from './App.tsx'
import { desktop } from './outside.ts'
import type { Label } from './parts/Header.tsx'
import { Start } from './screens/Start.tsx'
import { marksFor } from './theme.ts'
import type { Opened } from './use-lab.ts'

export type LabOnScreen = {
  label: Label
  steps: readonly Step[]
  open: () => Promise<Opened>
  /** Begins with the choice between practising and a real account. */
  start?: boolean
  stdin: NodeJS.ReadStream
  stdout: NodeJS.WriteStream
  stderr: NodeJS.WriteStream
  env: Record<string, string | undefined>
  platform: NodeJS.Platform
}

/** Runs the lab on the whole screen and answers the exit code. The terminal is as it was afterwards, also after an error. */
export const runLab = async (lab: LabOnScreen): Promise<number> => {
  const { stdin, stdout, stderr } = lab
  let ended: { code: number; error?: unknown } = { code: 0 }
  const instance = render(
    <Whole
      {...lab}
      onExit={(code, error) => {
        ended = { code, error }
        instance.unmount()
      }}
    />,
    {
      stdin,
      stdout,
      stderr,
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
  } catch (error) {
    ended = { code: 1, error }
  }
  if (ended.error !== undefined) {
    const { message, fix } = explain(ended.error)
    stderr.write(`${message}\n${fix}\n`)
  }
  return ended.code
}

type Whole = LabOnScreen & { onExit: (code: number, error?: unknown) => void }

const Whole = ({ start = false, label, steps, open, stdout, env, platform, onExit }: Whole) => {
  const [begun, setBegun] = useState(!start)
  if (!begun) return <Start onPractise={() => setBegun(true)} onExit={onExit} />
  return (
    <App
      label={label}
      steps={steps}
      open={open}
      outside={desktop(stdout, platform)}
      marks={marksFor(env)}
      onExit={onExit}
    />
  )
}
