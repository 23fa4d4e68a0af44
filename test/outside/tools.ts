import { execFile, execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'

type Tool = { program: string; from: string; /** What else has to be there. */ with?: string }

/** The programs of others that the outside tests use, and Debian's packages they come in. */
export const tools = {
  oathtool: { program: 'oathtool', from: 'oathtool' },
  zbarimg: { program: 'zbarimg', from: 'zbar-tools' },
  // Debian's own, whatever else is called `aws` on this machine.
  aws: { program: '/usr/bin/aws', from: 'awscli' },
  // The Python that Debian's boto3 is for, whatever else is called `python3`.
  boto3: {
    program: '/usr/bin/python3',
    from: 'python3-boto3',
    with: '/usr/lib/python3/dist-packages/boto3',
  },
  tmux: { program: 'tmux', from: 'tmux' },
} satisfies Record<string, Tool>

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
  const { program, from, with: also }: Tool = tools[tool]
  const places = isAbsolute(program)
    ? [program]
    : process.env['PATH']!.split(delimiter).map(folder => join(folder, program))
  const found = places.find(runs)
  if (found === undefined || (also !== undefined && !existsSync(also)))
    throw new Error(`${found === undefined ? program : also} is missing. Install it: apt-get install ${from}`)
  return found
}

/** Runs a program and answers what it prints. */
export const run = (tool: keyof typeof tools, args: string[], env: Record<string, string> = {}): string =>
  execFileSync(find(tool), args, {
    encoding: 'utf8',
    env: { PATH: process.env['PATH']!, LANG: 'C.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** What a program printed, and how it ended. */
export type Ran = { status: number; stdout: string; stderr: string }

/** Runs a program while this process goes on: what it calls may be served here. Nothing of this process's environment is passed but PATH. */
export const runBeside = (
  tool: keyof typeof tools,
  args: string[],
  { env = {}, input = '' }: { env?: Record<string, string>; input?: string } = {},
): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = execFile(
      find(tool),
      args,
      {
        encoding: 'utf8',
        env: { PATH: process.env['PATH']!, LANG: 'C.UTF-8', ...env },
        maxBuffer: 1 << 26,
      },
      (error, stdout, stderr) => {
        if (error !== null && typeof error.code !== 'number') reject(error)
        else resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr })
      },
    )
    child.stdin!.end(input)
  })
