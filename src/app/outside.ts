import { makeFolder } from '../lab/folder.ts'
import { spawn } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { platform } from 'node:os'
import { join } from 'node:path'

/** What the screen does outside of itself. */
export type Outside = {
  /** Opens an address in a browser, where there is one. Never fails. */
  openLink: (url: string) => void
  /** Puts text where it can be pasted from, and says so in a sentence. */
  copy: (text: string) => string | undefined
  /** Writes text to a file in a folder, for its owner alone to read and run, and says in a sentence where it is. */
  write: (folder: string, name: string, text: string) => string
}

/** A browser needs to know nothing of AWS. */
const withoutSecrets = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('AWS_')))

/** The person's desktop and clipboard. The clipboard is reached through the terminal (OSC 52), so it works over ssh too. */
export const desktop = (stdout: NodeJS.WriteStream): Outside => ({
  openLink: url => {
    const opener = spawn(platform() === 'darwin' ? 'open' : 'xdg-open', [url], {
      detached: true,
      stdio: 'ignore',
      env: withoutSecrets(process.env),
    })
    opener.on('error', () => {})
    opener.unref()
  },
  copy: text => {
    if (!stdout.isTTY) return undefined
    stdout.write(`\u001b]52;c;${Buffer.from(text).toString('base64')}\u0007`)
    return 'Copied, if your terminal lets programs copy.'
  },
  write: (folder, name, text) => {
    const path = join(folder, name)
    makeFolder(folder)
    // A file of an earlier time is replaced, and never a link followed.
    rmSync(path, { force: true })
    writeFileSync(path, text, { mode: 0o700, flag: 'wx' })
    return `Written to ${path}`
  },
})
