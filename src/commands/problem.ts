/** The exit codes, by meaning. */
export const exits = {
  done: 0,
  unsatisfied: 1,
  usage: 2,
  refused: 3,
  unreachable: 4,
  interrupted: 130,
} as const

/** What ends a command: one line that says what is wrong, one that says what to do, and the exit code. */
export class Problem extends Error {
  override name = 'Problem'
  readonly fix: string
  readonly exit: number
  constructor(message: string, fix: string, exit: number = exits.usage, options?: ErrorOptions) {
    super(message, options)
    this.fix = fix
    this.exit = exit
  }
}
