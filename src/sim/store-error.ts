/** The simulated account could not be opened or stored; the message says what happened and what to do, and nothing was changed. */
export class StoreError extends Error {
  override name = 'StoreError'
}

/** Another process has the account. `way` is what to do about it, where that is more than to close the other. */
export class StoreInUse extends StoreError {
  readonly process: string
  readonly lock: string
  constructor(process: string, lock: string, way = 'Close that one first') {
    super(
      `This practice account is open in another iam-lab, process ${process}. ` +
        `${way}; if it is no iam-lab, delete ${lock}.`,
    )
    this.process = process
    this.lock = lock
  }
}

const reasons: Record<string, string> = {
  ENOSPC: 'the disk is full. Free some space and try again.',
  EDQUOT: 'your disk quota is used up. Free some space and try again.',
  EFBIG: 'the file would be larger than is allowed here. Raise the limit (ulimit -f) and try again.',
  ENOENT: 'there is no such place. Choose another one with --home.',
  EACCES: 'you may not write there. Give yourself permission, or choose another place with --home.',
  EPERM: 'you may not write there. Give yourself permission, or choose another place with --home.',
  EROFS: 'it is on a read-only disk. Choose another place with --home.',
  ENOTDIR: 'a part of its path is a file. Choose another place with --home.',
  EISDIR: 'it is a folder. Move it away and try again.',
  ELOOP: 'it is a link. Move it away and try again.',
}

/** Says in words why a file could not be written or read: `failure('db.json could not be read', error)`. */
export const failure = (what: string, cause: unknown): StoreError => {
  const { code = '', message } = cause as NodeJS.ErrnoException
  return new StoreError(`${what}: ${reasons[code] ?? `${message}.`}`, { cause })
}
