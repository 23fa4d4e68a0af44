import { stringify } from 'csv-stringify/sync'
import type { AccessKeyRow, State, UserRow } from '../state.ts'
import { isOf } from './mfa-device.ts'

/** The columns of a live report, in their order (recorded; the documentation lists one more, which was not there). */
const columns =
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated'

const none = 'N/A'

/**
 * The report's text: root first, then the users by name; lines end in LF, the last in nothing.
 * A user's name may have a comma, a path quotes too; how AWS writes those is not in the recorded reports: here they are quoted (RFC 4180).
 */
export const credentialReport = (state: State): string => {
  const users = [...state.users.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1))
  const rows = [rootRow(state), ...users.map(user => userRow(state, user))]
  return `${columns}\n${stringify(rows, { record_delimiter: '\n', eof: false })}`
}

const rootRow = (state: State): string[] => {
  const { account } = state
  const keys = [...state.accessKeys.values()].filter(({ owner }) => owner.type === 'root')
  const mfa = [...state.mfaDevices.values()].some(device => isOf(device, { type: 'root' }))
  return [
    '<root_account>',
    `arn:aws:iam::${account.id}:root`,
    seconds(account.createdAt),
    'true',
    account.rootPasswordLastUsed ?? 'no_information',
    seconds(account.createdAt),
    'not_supported',
    String(mfa),
    ...keyColumns(keys),
  ]
}

const userRow = (state: State, user: Readonly<UserRow>): string[] => {
  const { loginProfile, passwordLastUsed } = user
  const age = state.account.passwordPolicy?.MaxPasswordAge
  return [
    user.name,
    `arn:aws:iam::${state.account.id}:user${user.path}${user.name}`,
    user.createdAt,
    String(loginProfile !== undefined),
    loginProfile ? (passwordLastUsed ?? 'no_information') : none,
    loginProfile?.changedAt ?? none,
    loginProfile && age !== undefined ? daysAfter(loginProfile.changedAt, age) : none,
    String(user.mfaDevices.length > 0),
    ...keyColumns(user.accessKeys.map(id => state.accessKeys.get(id)!)),
  ]
}

const keyColumns = (keys: readonly Readonly<AccessKeyRow>[]): string[] => [
  ...[keys[0], keys[1]].flatMap(key => [
    String(key?.status === 'Active'),
    key?.createdAt ?? none,
    key?.lastUsed?.at ?? none,
    key?.lastUsed?.region ?? none,
    key?.lastUsed?.service ?? none,
  ]),
  'false',
  none,
  'false',
  none,
]

const seconds = (at: string) => `${at.slice(0, 19)}Z`
const daysAfter = (at: string, days: number) =>
  seconds(new Date(Date.parse(at) + days * 86_400_000).toISOString())
