import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { makeFolder } from './folder.ts'
import type { ConsoleTask } from './console.ts'
import type { Values } from './field.ts'
import type { Retried } from './call-log.ts'
import type { Evidence } from './step.ts'

/** One line of the journal: what was chosen, sent, answered, said and seen. Names, ids and times; never a secret. */
export type Entry = { at: string } & (
  | { type: 'chose'; step: string; values: Values }
  /** `input` has what is secret masked; `before` is what the call replaces whole. */
  | { type: 'sending'; step: string; call: string; input: Made; before?: Made }
  | {
      type: 'answered'
      step: string
      call: string
      outcome: string
      ms: number
      requestId?: string
      /** The tries before this answer. */
      retries?: Retried[]
      made?: Made
      /** The answer never came: this is what the account showed afterwards. */
      settled?: true
    }
  | { type: 'did-here'; step: string; what: string; made?: Made }
  | { type: 'said'; step: string; task: ConsoleTask }
  | { type: 'saw'; step: string; evidence: Evidence[] }
  | { type: 'undone'; step: string }
)

/** What was asked for or made: names, ids, paths. */
export type Made = Record<string, unknown>

/** `Entry` without its time, which the journal adds. */
export type News = Entry extends infer Each ? (Each extends Entry ? Omit<Each, 'at'> : never) : never

/** The journal of one account: appended to, flushed, read back at the next start. */
export type Progress = {
  entries: () => readonly Entry[]
  record: (news: News) => void
  /** Forgets everything, for a reset of the practice account. */
  clear: () => void
}

/** A journal in memory, for tests and for trying things. */
export const memoryProgress = (now: () => Date, entries: Entry[] = []): Progress => ({
  entries: () => entries,
  record: news => void entries.push({ at: now().toISOString(), ...news } as Entry),
  clear: () => void (entries.length = 0),
})

/**
 * A journal in a file of JSON lines (mode 0600). A last line that was cut off by a crash is dropped; it was never acknowledged.
 * Throws when a whole line cannot be read: the file is somebody's record, and is not overwritten.
 */
export const openProgress = (file: string, now: () => Date): Progress => {
  const kept = existsSync(file) ? read(file) : []
  const memory = memoryProgress(now, kept)
  const append = (line: string) => {
    makeFolder(dirname(file))
    const descriptor = openSync(file, 'a', 0o600)
    try {
      fchmodSync(descriptor, 0o600)
      writeSync(descriptor, line)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
  }
  return {
    entries: memory.entries,
    record: news => {
      append(`${JSON.stringify({ at: now().toISOString(), ...news })}\n`)
      memory.record(news)
    },
    clear: () => {
      rmSync(file, { force: true })
      memory.clear()
    },
  }
}

const read = (file: string): Entry[] => {
  const text = readFileSync(file, 'utf8')
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  if (whole.length < text.length) truncateSync(file, Buffer.byteLength(whole))
  return whole
    .split('\n')
    .filter(line => line !== '')
    .map((line, index) => {
      try {
        return JSON.parse(line) as Entry
      } catch {
        throw new DamagedProgress(file, index + 1)
      }
    })
}

/** The journal cannot be read. It is left as it is. */
export class DamagedProgress extends Error {
  override name = 'DamagedProgress'
  constructor(file: string, line: number) {
    super(
      `Line ${line} of ${file} cannot be read. Move that file away to start a new record; the account itself is untouched.`,
    )
  }
}

/** The entries of a step since it was last undone. */
export const entriesOf = (progress: Progress, step: string): Entry[] => {
  const own = progress.entries().filter(entry => entry.step === step)
  return own.slice(own.findLastIndex(entry => entry.type === 'undone') + 1)
}

/** What this program made with one call of a step, oldest first: the inputs that were answered well, each with the id that the answer gave. */
export const madeBy = (progress: Progress, step: string, call: string): Made[] => {
  const made: Made[] = []
  let sent: Made = {}
  for (const entry of entriesOf(progress, step)) {
    if (entry.type === 'sending' && entry.call === call) sent = entry.input
    if (entry.type === 'answered' && entry.call === call && entry.outcome === 'ok')
      made.push({ ...sent, ...entry.made })
  }
  return made
}

/** What a step made on this machine, oldest first. */
export const madeHere = (progress: Progress, step: string): Made[] =>
  entriesOf(progress, step).flatMap(entry => (entry.type === 'did-here' ? [entry.made ?? {}] : []))

/** Whether anything of a step was done by this program: a call, or something on this machine. */
export const doneHere = (progress: Progress, step: string): boolean =>
  entriesOf(progress, step).some(
    entry =>
      (entry.type === 'answered' && entry.outcome === 'ok') ||
      entry.type === 'did-here' ||
      entry.type === 'said',
  )

/** What was last chosen in a step. */
export const chosenIn = (progress: Progress, step: string): Values =>
  entriesOf(progress, step).findLast(entry => entry.type === 'chose')?.values ?? {}

/** The evidence that was last seen for a step, while it holds. */
export const evidenceOf = (progress: Progress, step: string): Evidence[] =>
  entriesOf(progress, step).findLast(entry => entry.type === 'saw')?.evidence ?? []

/** What a call replaced, the first time this program sent it. */
export const beforeOf = (progress: Progress, step: string, call: string): Made | undefined =>
  entriesOf(progress, step).flatMap(entry =>
    entry.type === 'sending' && entry.call === call && entry.before !== undefined ? [entry.before] : [],
  )[0]

/** The console tasks that a person has done or says to have done, and not taken back since. */
export const tasksSaid = (progress: Progress): ReadonlySet<ConsoleTask> => {
  const steps = new Set(progress.entries().map(entry => entry.step))
  return new Set(
    [...steps].flatMap(step =>
      entriesOf(progress, step).flatMap(entry => (entry.type === 'said' ? [entry.task] : [])),
    ),
  )
}
