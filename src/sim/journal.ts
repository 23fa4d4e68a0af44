import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { SyncAdapter } from 'lowdb'
import { applyChange, fromLine, fromSnapshot, modernized, toSnapshot } from './snapshot.ts'
import type { Change, Data } from './state.ts'
import { failure } from './store-error.ts'

/** Lines after which the journal is folded into the snapshot: replaying 2,000 takes about 10 ms. */
const linesBetweenSnapshots = 2000

/** A lowdb adapter that writes a change as one line, and everything only now and then. */
export type Journal = SyncAdapter<Data> & {
  /** Stores one change; when it throws, nothing of it is stored. */
  append: (changes: Change[]) => void
  /** True when it is time for `write`. */
  readonly isLong: boolean
  /** True when the snapshot alone has everything. */
  readonly isEmpty: boolean
  /** True when what was read is of an older form: `write` before `append`, so that the files are of one form. */
  readonly isOld: boolean
  /** What could not be read and was kept aside, in a sentence. */
  readonly notice: string | undefined
  close: () => void
}

/**
 * Keeps an account in `dir` as a snapshot (`db.json`) and a journal of the changes since (`db.journal`).
 * An appended change survives the end of this process, however it ends. The caller holds the lock.
 */
export const openJournal = (dir: string, now: () => Date): Journal => {
  const snapshotPath = join(dir, 'db.json')
  const journalPath = join(dir, 'db.journal')
  const { O_RDWR, O_APPEND, O_CREAT, O_NOFOLLOW } = constants
  const file = openSync(journalPath, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW, 0o600)
  fchmodSync(file, 0o600)

  /** The number of the last stored change, and how much of the journal is whole. */
  let seq = 0
  let lines = 0
  let length = 0
  let torn = false
  let nextSnapshot = linesBetweenSnapshots
  let isOld = false
  let notice: string | undefined

  const truncate = (to: number) => {
    torn = true
    ftruncateSync(file, to)
    length = to
    torn = false
  }

  const aside = (path: string, why: string) => {
    const base = `${path}.${why}-${now().toISOString().replaceAll(':', '-')}`
    let name = base
    for (let n = 2; existsSync(name); n++) name = `${base}-${n}`
    return name
  }

  /** Nothing that cannot be read is thrown away: a newer program, or a person, may still read it. */
  const keepAside = (why: 'damaged' | 'newer', journal: Buffer) => {
    const name = aside(snapshotPath, why)
    if (journal.length > 0) copyFileSync(journalPath, aside(journalPath, why), constants.COPYFILE_EXCL)
    if (existsSync(snapshotPath)) renameSync(snapshotPath, name)
    truncate(0)
    const reason = why === 'newer' ? 'was written by a newer iam-lab' : 'is damaged'
    notice = `The practice account's file ${reason}. It was kept as ${name}, and a new account was started.`
  }

  const replay = (data: Data, journal: Buffer) => {
    const end = journal.lastIndexOf(0x0a) + 1
    let start = 0
    while (start < end) {
      const next = journal.indexOf(0x0a, start) + 1
      const entry = fromLine(journal.toString('utf8', start, next))
      if (entry === undefined || entry.seq > seq + 1) break
      // After a crash between the snapshot's rename and the journal's truncation, the snapshot has these already.
      if (entry.seq === seq + 1) {
        for (const change of entry.changes) applyChange(data, change)
        seq = entry.seq
      }
      lines += 1
      start = next
    }
    if (start < end) {
      const name = aside(journalPath, 'damaged')
      copyFileSync(journalPath, name, constants.COPYFILE_EXCL)
      notice = `The practice account's last changes are damaged. They were kept as ${name}, and the account is as it was before them.`
    }
    // What follows the last whole line was being written when the process died: it was never answered.
    if (start < journal.length) truncate(start)
    length = start
  }

  return {
    get isLong() {
      return lines >= nextSnapshot
    },
    get isEmpty() {
      return lines === 0
    },
    get isOld() {
      return isOld
    },
    get notice() {
      return notice
    },
    read: () => {
      const journal = readFileSync(journalPath)
      const text = existsSync(snapshotPath) ? readFileSync(snapshotPath, 'utf8') : undefined
      if (text === undefined && journal.length === 0) return null
      const snapshot = text === undefined ? 'damaged' : fromSnapshot(text)
      if (typeof snapshot === 'string') {
        keepAside(snapshot, journal)
        return null
      }
      seq = snapshot.seq
      replay(snapshot.data, journal)
      isOld = snapshot.isOld
      if (isOld) modernized(snapshot.data)
      return snapshot.data
    },
    append: changes => {
      const line = Buffer.from(`${JSON.stringify({ seq: seq + 1, changes })}\n`)
      try {
        if (torn) truncate(length)
        for (let written = 0; written < line.length;) written += writeSync(file, line, written)
      } catch (error) {
        // A full disk takes part of a line: without it gone, the lines after it could not be read.
        try {
          truncate(length)
        } catch {
          // `torn` stays set, and the next append tries again before it writes.
        }
        throw failure(`${journalPath} could not be written, and nothing was changed`, error)
      }
      seq += 1
      lines += 1
      length += line.length
    },
    write: data => {
      nextSnapshot = lines + linesBetweenSnapshots
      writeWhole(dir, snapshotPath, toSnapshot(data, seq))
      truncate(0)
      lines = 0
      isOld = false
      nextSnapshot = linesBetweenSnapshots
    },
    close: () => closeSync(file),
  }
}

/** Makes the account's folder, for its owner alone. */
export const makeFolder = (dir: string): void => {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
}

/** Replaces a file whole: after a crash or a power cut there is the old one or the new one. */
const writeWhole = (dir: string, path: string, text: string): void => {
  // Always the same name, which the lock makes ours: what a crash leaves is replaced the next time.
  const draft = `${path}.tmp`
  try {
    rmSync(draft, { force: true })
    const file = openSync(draft, 'wx', 0o600)
    try {
      writeFileSync(file, text)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    throw failure(`${path} could not be written`, error)
  }
  const folder = openSync(dir, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
