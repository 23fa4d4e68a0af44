import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fromIni, fromNodeProviderChain } from '@aws-sdk/credential-providers'
import { parseKnownFiles } from '@smithy/core/config'
import { silent, wireTo } from './wire.ts'
import type { Credentials, Remnant } from '../lab/account.ts'

/** Where a person wants to work: the profile, the endpoint and the region that were typed, and the shell's variables. */
export type Asked = {
  profile?: string | undefined
  endpoint?: string | undefined
  region?: string | undefined
  env: NodeJS.ProcessEnv
}

/** Credentials that the SDK's own chain found. `source` says in words where. */
export type Found = {
  credentials: Credentials
  expires: Date | undefined
  source: string
  /** No session token: an access key that stays until it is deleted. */
  longTerm: boolean
  region: string
}

class Told extends Error {
  readonly fix: string
  constructor(message: string, fix: string) {
    super(message)
    this.fix = fix
  }
}

/** Nothing in the SDK's chain has credentials. */
export class NoCredentials extends Told {
  override name = 'NoCredentials'
}
/** The session that was found has ended. */
export class SessionEnded extends Told {
  override name = 'SessionEnded'
}
/** Calls would go to an endpoint that nobody asked for on the command line. */
export class UnaskedEndpoint extends Told {
  override name = 'UnaskedEndpoint'
}
/** China, GovCloud and the other partitions are other clouds, with other rules for root. */
export class OtherPartition extends Told {
  override name = 'OtherPartition'
}
/** The profile that was named is not there. */
export class NoSuchProfile extends Told {
  override name = 'NoSuchProfile'
}

const signIn = (profile: string | undefined): string =>
  `Sign in with the AWS CLI (2.32 or later; no root key is needed): aws login --profile ${profile ?? 'root'}, then iam-lab --live --profile ${profile ?? 'root'}`

type Profile = Record<string, string | undefined>

const profileName = ({ profile, env }: Asked): string => profile ?? (env['AWS_PROFILE'] || 'default')

const profilesOf = (): Promise<Record<string, Profile>> => parseKnownFiles({ ignoreCache: true }) as never

/** The SDK lists other sections, too: `sso-session.mine`, `services.mine`. */
const isProfile = (section: string): boolean => !/^(sso-session|services)\./.test(section)

/** Regions of other partitions, by how they begin (AWS general reference, partitions). */
const otherPartition = /^(cn|us-gov|us-iso|us-isob|eu-isoe|us-isof|eusc)-/

/**
 * Refuses what would surprise: an endpoint from the environment or the profile while none was asked for,
 * a region of another partition, a profile that is not there.
 */
export const checkPlace = async (asked: Asked): Promise<void> => {
  const { endpoint, env } = asked
  const profiles = await profilesOf()
  const name = profileName(asked)
  const profile = profiles[name]
  if (profile === undefined && (asked.profile !== undefined || env['AWS_PROFILE']))
    throw new NoSuchProfile(
      `There is no AWS profile "${name}".`,
      `Those there are: ${Object.keys(profiles).filter(isProfile).join(', ') || 'none'}. ${signIn(name)}`,
    )
  if (endpoint === undefined) refuseEndpoints(env, name, profile)
  const region = asked.region ?? env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'] ?? profile?.['region'] ?? ''
  if (otherPartition.test(region))
    throw new OtherPartition(
      `The region ${region} belongs to another partition of AWS.`,
      'This lab is for accounts of the partition aws. Name one of its regions: --region us-east-1',
    )
}

const refuseEndpoints = (env: NodeJS.ProcessEnv, name: string, profile: Profile | undefined): void => {
  if (env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS']?.toLowerCase() === 'true') return
  const variable = Object.keys(env).find(key => /^AWS_ENDPOINT_URL(_\w+)?$/.test(key) && env[key])
  if (variable !== undefined)
    throw new UnaskedEndpoint(
      `The variable ${variable} sends calls to ${env[variable]}, which was not asked for.`,
      `Take it away (unset ${variable}), or say so: --endpoint-url ${env[variable]}`,
    )
  if (profile?.['ignore_configured_endpoint_urls'] === 'true') return
  const setting = ['endpoint_url', 'services'].find(key => profile?.[key])
  if (setting !== undefined)
    throw new UnaskedEndpoint(
      `The profile "${name}" sets ${setting} (${profile![setting]}), which sends calls elsewhere and was not asked for.`,
      'Use a profile without it, or name the address: --endpoint-url URL',
    )
}

/** Refuses an identity of another partition. */
export const checkPartition = (arn: string): void => {
  const partition = arn.split(':')[1]
  if (partition !== 'aws')
    throw new OtherPartition(
      `${arn} belongs to the partition ${partition}.`,
      'This lab is for accounts of the partition aws.',
    )
}

/**
 * The credentials of the SDK's own chain: `aws login`, profiles, SSO, processes, the shell's variables, the machine's role.
 * With an endpoint every client inside the chain goes there, too. Throws `NoCredentials` or `SessionEnded`.
 */
export const findCredentials = async (asked: Asked): Promise<Found> => {
  const { profile, endpoint, env } = asked
  const name = profileName(asked)
  const settings = (await profilesOf())[name]
  const region =
    asked.region ?? env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'] ?? settings?.['region'] ?? 'us-east-1'
  const settled = {
    ...(profile !== undefined && { profile }),
    clientConfig: {
      ignoreConfiguredEndpointUrls: true,
      region,
      requestHandler: wireTo(endpoint, env) as never,
      ...(endpoint && { endpoint }),
    },
    // A person may have signed in again since: the files are read anew.
    ignoreCache: true,
    logger: silent,
  }
  const chain = fromNodeProviderChain({ ...settled, timeout: 500, maxRetries: 0 })
  let found
  try {
    found = await chain()
  } catch (error) {
    // The chain goes on to the next source and tells of the last alone; the profile knows why it gave nothing.
    const own = settings && (await fromIni(settled)().catch((reason: Error) => reason))
    throw failed(own instanceof Error ? own : (error as Error), settings, name)
  }
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = found
  if (expiration !== undefined && expiration.getTime() <= Date.now()) throw ended(settings, name)
  return {
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) },
    expires: expiration,
    source: sourceOf(found, settings, name),
    longTerm: !sessionToken,
    region,
  }
}

const ended = (settings: Profile | undefined, name: string): SessionEnded => {
  const how =
    settings?.['sso_session'] || settings?.['sso_start_url']
      ? `aws sso login --profile ${name}`
      : `aws login --profile ${name}`
  return new SessionEnded(`The session of the profile "${name}" has ended.`, `Sign in again: ${how}`)
}

const failed = (error: Error, settings: Profile | undefined, name: string): Error => {
  if (settings?.['login_session'] || /expired|re-?authenticate|aws sso login/i.test(error.message))
    return ended(settings, name)
  if (error.name === 'CredentialsProviderError' || error.name === 'TokenProviderError')
    return new NoCredentials('No AWS credentials were found.', signIn(settings ? name : undefined))
  return error
}

const sourceOf = (found: object, settings: Profile | undefined, name: string): string => {
  const features = Object.keys((found as { $source?: object }).$source ?? {}).join(' ')
  const kind = /LOGIN/.test(features)
    ? 'aws login'
    : /SSO/.test(features)
      ? 'SSO'
      : /PROCESS/.test(features)
        ? 'credential process'
        : /ASSUME_ROLE/.test(features)
          ? 'assumed role'
          : 'access key'
  if (/ENV_VARS/.test(features) && !/PROFILE/.test(features)) return 'the variables of the shell'
  if (/IMDS|HTTP/.test(features)) return 'the role of this machine'
  return settings || /PROFILE|LOGIN|SSO/.test(features) ? `profile ${name} (${kind})` : kind
}

/** The account of a profile's `aws login` session, though the session itself may have ended. */
export const accountOfLogin = async (asked: Asked): Promise<string | undefined> =>
  (await profilesOf())[profileName(asked)]?.['login_session']?.split(':')[4]

/** Where the AWS CLI keeps an `aws login` session (awscli/customizations/login, LoginCredentialsFetcher of the SDK). */
const loginCache = (session: string, env: NodeJS.ProcessEnv): string =>
  join(
    env['AWS_LOGIN_CACHE_DIRECTORY'] ?? join(env['HOME'] ?? homedir(), '.aws', 'login', 'cache'),
    `${createHash('sha256').update(session).digest('hex')}.json`,
  )

/** The root credentials that this machine holds beside the program, and how each is ended. */
export const remnantsOf = async ({ env }: Asked, accountId: string, source: string): Promise<Remnant[]> => {
  const root = `arn:aws:iam::${accountId}:root`
  const logins = Object.entries(await profilesOf()).flatMap(([name, { login_session: session }]) =>
    session === root && existsSync(loginCache(session, env))
      ? [{ says: `the aws login session of root is still there: aws logout --profile ${name}`, blocks: true }]
      : [],
  )
  const others =
    source === 'the variables of the shell'
      ? [
          'root credentials are still in the variables of the shell: unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN',
        ]
      : source.endsWith('(access key)')
        ? [
            `root credentials are still in the ${source.replace(' (access key)', '')} of the AWS CLI: take them out of the credentials file`,
          ]
        : []
  return [...logins, ...others.map(says => ({ says, blocks: false }))]
}
