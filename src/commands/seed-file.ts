import { existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Page } from '../lab/console.ts'
import { writeNewFile } from '../lab/csv.ts'
import { madeHere } from '../lab/progress.ts'
import { about, type Sitting } from '../lab/sitting.ts'
import type { Step } from '../lab/step.ts'

/**
 * Stores what a phone scans (the otpauth line, mode 0600) beside the credentials file, and reads it back:
 * a device whose seed is nowhere would lock its owner out. Never over a file; one that we made for a device that was given up goes first.
 */
export const storeSeed = async (
  { otpauth }: NonNullable<Page['shows']>,
  step: Step,
  sitting: Sitting,
  steps: readonly Step[],
  say: (line: string) => void,
): Promise<void> => {
  const { chosen } = about(sitting, steps)
  const folder = dirname(resolve(chosen('credentials-csv')['Path'] ?? ''))
  const name = chosen('admin-user')['UserName']
  for (const { SeedFile } of madeHere(sitting.progress, step.id))
    if (typeof SeedFile === 'string') rmSync(SeedFile, { force: true })
  const path = free(folder, `${name}_mfaSeed`)
  const text = `${otpauth}\n`
  writeNewFile(path, text)
  sitting.progress.record({
    type: 'did-here',
    step: step.id,
    what: `write ${path}`,
    made: { SeedFile: path },
  })
  if (readFileSync(path, 'utf8') !== text)
    throw new Error(`${path} does not read back as it was written. The device was not enabled.`)
  say(`The secret of the MFA device is in ${path}. Scan it with an authenticator app, then delete that file.`)
}

const free = (folder: string, name: string): string => {
  for (let number = 1; ; number++) {
    const path = join(folder, `${name}${number === 1 ? '' : `-${number}`}.txt`)
    if (!existsSync(path)) return path
  }
}
