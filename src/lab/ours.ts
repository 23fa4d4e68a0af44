import type { Made } from './progress.ts'

/** Whether this program made a thing: by its name, in any case, and by its id where the answer gave one. */
export const isOurs = (
  made: Made[],
  [name, value]: [field: string, value: string],
  [id, present]: [field: string, value: string | undefined],
): boolean =>
  made.some(
    each =>
      String(each[name]).toLowerCase() === value.toLowerCase() &&
      (each[id] === undefined || each[id] === present),
  )

/** A name that nobody has yet: `Administrators-2`. `taken` are all names there are, in any case. */
export const freeName = (name: string, taken: string[]): string => {
  const lower = new Set(taken.map(each => each.toLowerCase()))
  for (let number = 2; ; number++)
    if (!lower.has(`${name}-${number}`.toLowerCase())) return `${name}-${number}`
}

/** Names in a sentence: the first twenty, and how many more there are. */
export const listed = (names: string[]): string =>
  names.length === 0
    ? 'nobody'
    : [...names.slice(0, 20), ...(names.length > 20 ? [`${names.length - 20} more`] : [])].join(', ')

/** AWS takes a name once, whatever its case: another spelling of it is there. */
export class NameTaken extends Error {
  override name = 'NameTaken'
  readonly fix: string
  constructor(kind: string, wanted: string, there: string, free: string) {
    super(`There is a ${kind} ${there} already, and names differ by more than case. ${wanted} was not made.`)
    this.fix = `Choose another name, such as ${free}, or write that one as it is: ${there}.`
  }
}

/** Signed in as the one who would be deleted. */
export class OwnUser extends Error {
  override name = 'OwnUser'
  readonly fix = 'Sign in as root or as another administrator, and take it back then.'
  constructor(name: string) {
    super(`You are signed in as ${name}, whom this would delete. Nothing was changed.`)
  }
}
