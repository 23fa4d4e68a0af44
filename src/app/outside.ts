import { makeFolder } from '../lab/folder.ts'
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { platform } from 'node:os'
import { join } from 'node:path'

/** What the screen does outside of itself. */
export type Outside = {
  /** Opens an address in a browser, where there is one. Never fails. */
  openLink: (url: string) => void
  /** Puts text where it can be pasted or run from, and says in a sentence where that is. */
  copy: (name: string, text: string, home: string) => string
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
  copy: (name, text, home) => {
    if (stdout.isTTY) {
      stdout.write(`\u001b]52;c;${Buffer.from(text).toString('base64')}\u0007`)
      return 'Copied, if your terminal lets programs copy.'
    }
    const path = join(home, `${name}.sh`)
    makeFolder(home)
    writeFileSync(path, text, { mode: 0o600 })
    return `Written to ${path}`
  },
})
