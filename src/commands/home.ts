import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** Where all state is kept: what was asked for, else the platform's folder for a program's data. */
export const homeFolder = (
  asked: string | undefined,
  env: Record<string, string | undefined>,
  platform: string,
): string => {
  const named = asked ?? env['IAM_LAB_HOME']
  if (named) return resolve(named)
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'iam-lab')
  // XDG Base Directory Specification: a relative path in XDG_DATA_HOME is to be ignored.
  const data = env['XDG_DATA_HOME']
  return join(data?.startsWith('/') ? data : join(homedir(), '.local', 'share'), 'iam-lab')
}
