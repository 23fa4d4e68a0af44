import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { vi } from 'vitest'
import type { Patience } from '../../src/aws/wire.ts'
import type { Ask } from '../../src/lab/console.ts'
import { initialValues } from '../../src/lab/field.ts'
import { steps } from '../../src/lab/lab.ts'
import { codeOf, timeStep } from '../../src/lab/mfa.ts'
import { about } from '../../src/lab/sitting.ts'
import { openLive } from '../../src/live.ts'
import { newHome } from '../home.ts'
import type { Owner } from './owner.ts'

/** An owner at a fresh account over HTTP, who does in the console what a page asks for. */
export const sitDown = async (at: Owner, patience?: Patience) => {
  await at.control('reset')
  at.proxy.injure(undefined)
  const home = newHome()
  vi.stubEnv('HOME', home)
  mkdirSync(join(home, '.aws'))
  const { AccessKeyId, SecretAccessKey, SessionToken } = await at.control('root-session')
  writeFileSync(
    join(home, '.aws', 'credentials'),
    `[root]\naws_access_key_id = ${AccessKeyId}\naws_secret_access_key = ${SecretAccessKey}\naws_session_token = ${SessionToken}\n`,
  )
  const open = () =>
    openLive({
      home: join(home, 'lab'),
      now: () => new Date(),
      env: process.env,
      profile: 'root',
      endpoint: at.proxy.endpoint,
      whoever: true,
      ...(patience && { patience }),
    })
  const { sitting, close } = await open()
  const code = (seed: string, ago: number) => codeOf(seed, timeStep(Date.now()) - ago)
  const ask: Ask = async (page, problem) => {
    if (problem !== undefined) throw new Error(`"${page.title}" refused: ${problem}`)
    if (page.consent) return { Typed: page.consent.type[0]! }
    if (page.title.endsWith('MFA device to root')) await at.control('console/root-mfa')
    const seed = sitting.held.mfaDevice?.seed ?? ''
    const codes = page.shows ? [await code(seed, 2), await code(seed, 1)] : [seed && (await code(seed, 0))]
    const names = Object.keys(page.fields).filter(name => page.fields[name]!.type === 'code')
    return {
      ...initialValues(page.fields, about(sitting, steps)),
      ...Object.fromEntries(names.map((name, index) => [name, codes[index]!])),
    }
  }
  return { sitting, ask, close, open }
}
