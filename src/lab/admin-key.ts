import { resolve } from 'node:path'
import type { Credentials, Profiles } from './account.ts'
import { readCsv } from './csv.ts'
import type { Held } from './held.ts'
import type { Made } from './progress.ts'

/** Where the admin's key may be: in memory, in the credentials file, in a profile of the AWS CLI. */
export type Places = {
  held: Held
  /** The credentials file's path. */
  path: string
  profiles: Profiles | undefined
  /** The ids of the keys that this program made for the admin, oldest first. */
  made: string[]
}

/** The admin's access key, wherever it is at hand; undefined when it is nowhere. */
export const adminKey = async (
  UserName: string,
  { held, path, profiles, made }: Places,
): Promise<Credentials | undefined> => {
  const { accessKey } = held
  if (accessKey?.userName === UserName) return accessKey
  const row = await readCsv(resolve(path))
  if (row?.userName === UserName) return row
  for (const id of made.toReversed()) {
    const found = await profiles?.holding(id)
    if (found) return found.credentials
  }
  return undefined
}

/** The ids of the keys that this program made for the admin, oldest first: `made` as a step sees it. */
export const keysMade = (made: (call: string, step: string) => Made[]): string[] =>
  ['admin-user', 'credentials-csv']
    .flatMap(step => made('iam:CreateAccessKey', step))
    .map(({ AccessKeyId }) => String(AccessKeyId))
