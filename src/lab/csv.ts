import {
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { makeFolder } from './folder.ts'
import { basename, dirname, join, resolve } from 'node:path'
import { randomBytes } from 'node:crypto'

/** What the credentials file says: `aws configure import --csv` reads the first three. */
export type CredentialsCsv = {
  userName: string
  accessKeyId: string
  secretAccessKey: string
  password?: string | undefined
}

/** The importer of the AWS CLI splits at commas and knows no quoting (awscli/customizations/configure/importer.py). */
export const fitsCsv = (value: string): boolean => !/[",\r\n]/.test(value)

/**
 * The file's text. The password's column stands empty when it is not known or could not be written without quotes.
 */
export const formatCsv = async ({
  userName,
  accessKeyId,
  secretAccessKey,
  password,
}: CredentialsCsv): Promise<string> => {
  const { stringify } = await import('csv-stringify/sync')
  const known = password !== undefined
  const header = ['User name', 'Access key ID', 'Secret access key', ...(known ? ['Password'] : [])]
  const row = [userName, accessKeyId, secretAccessKey, ...(known ? [fitsCsv(password) ? password : ''] : [])]
  return stringify([header, row], { quote: false })
}

/** Reads a credentials file back; undefined when it is not there or is no such file. */
export const readCsv = async (path: string): Promise<CredentialsCsv | undefined> => {
  if (!existsSync(path) || !lstatSync(path).isFile()) return undefined
  const { parse } = await import('csv-parse/sync')
  const [row] = parse(readFileSync(path, 'utf8'), {
    bom: true,
    columns: true,
    quote: null,
    relax_column_count: true,
    skip_empty_lines: true,
  }) as Record<string, string>[]
  const {
    'User name': userName,
    'Access key ID': accessKeyId,
    'Secret access key': secretAccessKey,
    Password: password,
  } = row ?? {}
  return userName && accessKeyId && secretAccessKey
    ? { userName, accessKeyId, secretAccessKey, password }
    : undefined
}

/** Why nothing can be written at `path`, in a sentence; undefined when it looks free. */
export const pathProblem = (path: string): string | undefined => {
  const entry = lstatSync(path, { throwIfNoEntry: false })
  if (entry?.isSymbolicLink()) return 'That path is a link. Name a file that does not exist yet.'
  if (entry?.isDirectory()) return 'That path is a folder. Name a file in it.'
  if (entry) return 'That file exists, and is never overwritten. Name another.'
  return undefined
}

/**
 * Writes `text` to a new file, mode 0600 whatever the umask, all of it or none. Never over a file, never through a link:
 * it is written and flushed beside its place and then linked there, which fails when something is already there.
 */
export const writeNewFile = (path: string, text: string): void => {
  const folder = dirname(resolve(path))
  makeFolder(folder)
  const beside = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}`)
  const descriptor = openSync(
    beside,
    constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW,
    0o600,
  )
  try {
    try {
      fchmodSync(descriptor, 0o600)
      const bytes = Buffer.from(text)
      for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    linkSync(beside, path)
  } finally {
    rmSync(beside, { force: true })
  }
}

/** The git work tree that `path` lies in, when it does: a secret there is soon committed. */
export const gitWorkTree = (path: string): string | undefined => {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder
    if (folder === dirname(folder)) return undefined
  }
}

/** A file's permission bits: `0600`. */
export const modeOf = (path: string): string => `0${(statSync(path).mode & 0o777).toString(8)}`
