import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/** Another process has it. */
export class Locked extends Error {
  override name = 'Locked'
  readonly process: string
  readonly path: string
  constructor(process: string, path: string) {
    super(`Process ${process} has ${path}.`)
    this.process = process
    this.path = path
  }
}

/**
 * Makes this process the only one that has `path`, and returns what lets go of it.
 * Throws a `Locked` that names the process that has it. A lock whose process has died is taken over.
 */
export const takeLock = (path: string): (() => void) => {
  const mine = `${process.pid} ${performance.timeOrigin}\n`
  const draft = `${path}.${process.pid}`
  // Written beside it and linked into place: a lock is never seen half written.
  writeFileSync(draft, mine, { mode: 0o600 })
  try {
    while (!linked(draft, path)) {
      const theirs = contents(path)
      if (theirs !== undefined && isHeld(theirs)) throw new Locked(theirs.split(' ')[0]!, path)
      if (theirs !== undefined) takeAway(path, theirs)
    }
  } finally {
    rmSync(draft, { force: true })
  }
  return () => {
    if (contents(path) === mine) rmSync(path, { force: true })
  }
}

const linked = (draft: string, path: string): boolean => {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

const contents = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

const isHeld = (lock: string): boolean => {
  const [, pid, origin] = /^([1-9]\d{0,9}) (\S+)\n$/.exec(lock) ?? []
  if (pid === undefined) return false
  // A process number comes round again, at once in a container: our own number from another time is a dead process's.
  if (Number(pid) === process.pid) return Number(origin) === performance.timeOrigin
  try {
    process.kill(Number(pid), 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/** Removes the dead lock, and only that: another process may have taken it over since we looked. */
const takeAway = (path: string, dead: string): void => {
  const aside = `${path}.${process.pid}.dead`
  try {
    renameSync(path, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  if (contents(aside) !== dead) linked(aside, path)
  rmSync(aside, { force: true })
}
