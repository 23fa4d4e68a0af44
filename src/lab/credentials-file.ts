import { closeSync, existsSync, fsyncSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { madeHere, type Made, type Progress } from './progress.ts'

const step = 'credentials-csv'

/** The credentials file that this program wrote last: its path and the key in it. */
export const csvWritten = (made: Made[]): { path: string; accessKeyId: string } | undefined => {
  const { Path, AccessKeyId } = made.findLast(({ Path }) => Path !== undefined) ?? {}
  return typeof Path === 'string' ? { path: Path, accessKeyId: String(AccessKeyId) } : undefined
}

/** Where the credentials file that this program wrote still lies; undefined when there is none. */
export const csvLeft = (progress: Progress): string | undefined => {
  const path = csvWritten(madeHere(progress, step))?.path
  return path !== undefined && existsSync(path) ? path : undefined
}

/** The keys whose file a person has had deleted: nobody waits for it to be there. */
export const keysLetGo = (made: Made[]): Set<unknown> =>
  new Set(made.flatMap(({ Deleted, AccessKeyId }) => (Deleted === undefined ? [] : [AccessKeyId])))

/**
 * Deletes the credentials file that this program wrote, overwritten first, and writes down that it was asked for.
 * On a disk that keeps old blocks (flash, snapshots) the overwriting promises nothing.
 */
export const deleteCsv = (progress: Progress): string | undefined => {
  const { path, accessKeyId } = csvWritten(madeHere(progress, step)) ?? {}
  if (path === undefined || !existsSync(path)) return undefined
  const descriptor = openSync(path, 'r+')
  try {
    writeSync(descriptor, randomBytes(statSync(path).size), 0)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  rmSync(path)
  progress.record({
    type: 'did-here',
    step,
    what: `delete ${path}`,
    made: { Deleted: path, AccessKeyId: accessKeyId },
  })
  return path
}
