import { useApp, useInput, useStdin } from 'ink'
import { useEffect, useRef } from 'react'

/** Ctrl-Z as a terminal sends it in raw mode. */
const suspendKey = '\u001A'

/** Signals that stop a program; Windows has none of them. */
const canStop = process.platform !== 'win32'

/**
 * Hands the terminal back while the program is stopped, and takes it again when it goes on, at whatever size the window has by then.
 * Ctrl-Z stops the whole process group, as the terminal itself would: a shell and npm in between stop, too.
 */
export const useSuspend = (): void => {
  const { suspendTerminal } = useApp()
  const suspended = useRef(false)
  const stopGroup = useRef(() => {})
  useEffect(() => {
    if (!canStop) return undefined
    const away = async (meanwhile: () => void) => {
      if (suspended.current) return
      suspended.current = true
      await suspendTerminal(async () => {
        // Without a listener the signal does what it does to any program; where nobody could wake this one, nothing.
        process.off('SIGTSTP', stopped)
        meanwhile()
        process.on('SIGTSTP', stopped)
        // A resize while it was stopped told somebody else.
        process.kill(process.pid, 'SIGWINCH')
        // The signal that woke it is heard of in this turn of the event loop, and is no second one.
        await new Promise(setImmediate)
        suspended.current = false
      })
    }
    const stop = (group: boolean) => void away(() => process.kill(group ? 0 : process.pid, 'SIGTSTP'))
    const stopped = () => stop(false)
    /** It was stopped without having been asked (SIGSTOP): the screen is somebody else's by now. */
    const goOn = () => void away(() => {})
    stopGroup.current = () => stop(true)
    process.on('SIGTSTP', stopped)
    process.on('SIGCONT', goOn)
    return () => {
      process.off('SIGTSTP', stopped)
      process.off('SIGCONT', goOn)
    }
  }, [suspendTerminal])
  useInput((input, key) => {
    if ((key.ctrl && input === 'z') || input.includes(suspendKey)) stopGroup.current()
  })
}

/** Ends the lab when the terminal is gone: nobody will ever press a key again. */
export const useHangUp = (onGone: () => void): void => {
  const { stdin } = useStdin()
  useEffect(() => {
    const events = ['end', 'close', 'error'] as const
    for (const event of events) stdin.on(event, onGone)
    return () => {
      for (const event of events) stdin.off(event, onGone)
    }
  }, [stdin, onGone])
}
