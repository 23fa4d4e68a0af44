import { existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/**
 * Makes a folder (mode 0700) and those above it that are missing, one by one.
 * Node's own recursive mkdir never returns where the system says ENOENT for a folder that is there, as below /proc.
 */
export const makeFolder = (folder: string): void => {
  const path = resolve(folder)
  if (existsSync(path)) return
  if (dirname(path) !== path) makeFolder(dirname(path))
  mkdirSync(path, { mode: 0o700 })
}
