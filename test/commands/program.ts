import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The built program. */
export const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url))

/** What a program left behind. */
export type Ran = { exit: number | null; out: string; err: string }

/** Runs the built program without a terminal, with everything kept in `home`. */
export const iamLab = (
  home: string,
  args: string[],
  { input = '', env = {} }: { input?: string; env?: object } = {},
): Ran => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    input,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: home, IAM_LAB_HOME: home, ...env },
  })
  return { exit: status, out: stdout, err: stderr }
}

/** The lines of `run --json`. */
export const jsonLines = ({ out }: Ran): any[] =>
  out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as unknown)

type Tables = Record<string, [key: string, row: any][]>

/** The practice account's rows, as they are kept on disk once the program has closed it. */
export const tablesOf = (home: string, account = 'practice'): Tables =>
  (JSON.parse(readFileSync(join(home, 'sim', account, 'db.json'), 'utf8')) as { tables: Tables }).tables

/** The account as it is to anybody who looks: without who is signed in, and when. */
export const accountOf = (home: string, account = 'practice'): Tables => {
  const { sessions: _, events: __, account: facts, ...tables } = tablesOf(home, account)
  return {
    ...tables,
    account: facts!.map(([key, { rootPasswordLastUsed: _, ...facts }]) => [key, facts]),
  }
}

/** Every file below a folder, by path. */
export const filesBelow = (folder: string): Record<string, string> =>
  existsSync(folder)
    ? Object.fromEntries(
        readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
          .filter(entry => entry.isFile())
          .map(entry => join(entry.parentPath, entry.name))
          .map(path => [path, readFileSync(path, 'utf8')]),
      )
    : {}

/** Every secret that an account and its credentials file have: none of them may ever be shown. */
export const secretsOf = (home: string): string[] => {
  const { account, accessKeys, sessions, mfaDevices, users } = tablesOf(home)
  const csv = Object.entries(filesBelow(home)).filter(([path]) => path.endsWith('.csv'))
  return [
    ...account!.map(([, { rootPassword }]) => rootPassword),
    ...accessKeys!.map(([, { secret }]) => secret),
    ...sessions!.flatMap(([, { secret, token }]) => [secret, token]),
    ...mfaDevices!.map(([, { seed }]) => seed),
    ...users!.flatMap(([, { loginProfile }]) =>
      loginProfile ? [loginProfile.password, ...loginProfile.previous] : [],
    ),
    ...csv.flatMap(([, text]) => text.trim().split('\n')[1]!.split(',').slice(2)),
  ].filter(secret => secret !== '')
}
