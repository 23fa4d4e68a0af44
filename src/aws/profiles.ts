import {
  appendFileSync,
  chmodSync,
  existsSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseKnownFiles } from '@smithy/core/config'
import type { Profiles } from '../lab/account.ts'
import { Refused } from '../lab/console.ts'
import { makeFolder } from '../lab/folder.ts'

/** The section of a profile in the credentials file, from its name to the next one (AWS CLI user guide, cli-configure-files). */
const section = (name: string): RegExp =>
  new RegExp(String.raw`^\[${name.replaceAll(/[.+]/g, String.raw`\$&`)}\][ \t]*\n(?:(?!\[).*(?:\n|$))*`, 'm')

/** The profiles of the AWS CLI, in its own two files. A profile is added at the end; what stands there is never written over. */
export const profilesOf = (env: NodeJS.ProcessEnv): Profiles => {
  const path = env['AWS_SHARED_CREDENTIALS_FILE'] ?? join(env['HOME'] ?? homedir(), '.aws', 'credentials')
  const known = () => parseKnownFiles({ ignoreCache: true })
  const text = () => (existsSync(path) ? readFileSync(path, 'utf8') : '')
  return {
    path,
    names: async () => Object.keys(await known()),
    holding: async accessKeyId => {
      const [name, profile] =
        Object.entries(await known()).find(([, each]) => each?.['aws_access_key_id'] === accessKeyId) ?? []
      const secretAccessKey = profile?.['aws_secret_access_key']
      return name !== undefined && secretAccessKey !== undefined
        ? { name, credentials: { accessKeyId, secretAccessKey } }
        : undefined
    },
    add: async (name, { accessKeyId, secretAccessKey }) => {
      if (!/^[\w+=.@-]{1,64}$/.test(name))
        throw new Refused('A profile’s name is 1 to 64 letters, digits or + = . @ _ -', 'Profile')
      if (Object.hasOwn(await known(), name))
        throw new Refused(
          `There is a profile ${name} already, and it is left alone. Choose another name.`,
          'Profile',
        )
      makeFolder(dirname(path))
      const before = text()
      const gap = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n'
      const lines = [
        `[${name}]`,
        `aws_access_key_id = ${accessKeyId}`,
        `aws_secret_access_key = ${secretAccessKey}`,
        '',
      ]
      appendFileSync(path, gap + lines.join('\n'), { mode: 0o600, flush: true } as never)
      chmodSync(path, 0o600)
    },
    remove: async (name, accessKeyId) => {
      const before = text()
      const own = section(name).exec(before)?.[0]
      if (own === undefined || !own.includes(accessKeyId)) return
      // Through a link to the file itself, whole or not at all, and as readable as it was.
      const file = realpathSync(path)
      const beside = `${file}.iam-lab`
      writeFileSync(beside, before.replace(own, '').replace(/\n{2,}$/, '\n'), {
        mode: statSync(file).mode & 0o777,
        flag: 'wx',
        flush: true,
      } as never)
      renameSync(beside, file)
    },
  }
}
