import { existsSync } from 'node:fs'
import { madeHere, type Progress } from './progress.ts'

/** Where the credentials file that this program wrote still lies; undefined when there is none. */
export const csvLeft = (progress: Progress): string | undefined => {
  const path = madeHere(progress, 'credentials-csv').at(-1)?.['Path']
  return typeof path === 'string' && existsSync(path) ? path : undefined
}
