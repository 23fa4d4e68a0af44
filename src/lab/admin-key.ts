import { resolve } from 'node:path'
import type { Credentials, Profiles } from './account.ts'
import { readCsv } from './csv.ts'
import type { Held } from './held.ts'

/** Where the admin's key may be: in memory, in the credentials file, in a profile of the AWS CLI. */
export type Places = {
  held: Held
  /** The credentials file's path. */
  path: string
  profiles: Profiles | undefined
  profile: string | undefined
}

/** The admin's access key, wherever it is at hand; undefined when it is nowhere. */
export const adminKey = async (
  UserName: string,
  { held, path, profiles, profile }: Places,
): Promise<Credentials | undefined> => {
  const { accessKey } = held
  if (accessKey?.userName === UserName) return accessKey
  const row = await readCsv(resolve(path))
  if (row?.userName === UserName) return row
  return profile === undefined ? undefined : profiles?.read(profile)
}
