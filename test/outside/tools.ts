import { execFileSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'

/** The programs of others that the outside tests use, and Debian's packages they come in. */
export const tools = {
  oathtool: { program: 'oathtool', from: 'oathtool' },
  zbarimg: { program: 'zbarimg', from: 'zbar-tools' },
  // Debian's own, whatever else is called `aws` on this machine.
  aws: { program: '/usr/bin/aws', from: 'awscli' },
  tmux: { program: 'tmux', from: 'tmux' },
} as const

const runs = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Where a program is. Fails with what to install where it is missing. */
export const find = (tool: keyof typeof tools): string => {
  const { program, from } = tools[tool]
  const places = isAbsolute(program)
    ? [program]
    : process.env['PATH']!.split(delimiter).map(folder => join(folder, program))
  const found = places.find(runs)
  if (found === undefined) throw new Error(`${program} is missing. Install it: apt-get install ${from}`)
  return found
}

/** Runs a program and answers what it prints. */
export const run = (tool: keyof typeof tools, args: string[], env: Record<string, string> = {}): string =>
  execFileSync(find(tool), args, {
    encoding: 'utf8',
    env: { PATH: process.env['PATH']!, LANG: 'C.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
