import type { Change, CredentialReportRow, Data, Rows, TableName } from './state.ts'

/** The form of the stored rows. Raise it when an older program could not read them, and let `modernized` lead there from the one before. */
const version = 3

type Snapshot = { version: number; seq: number; tables: Record<TableName, [string, object][]> }

const tablesOfVersion1: TableName[] = ['account', 'users', 'groups', 'accessKeys', 'sessions', 'mfaDevices']
const tablesOfVersion2: TableName[] = [...tablesOfVersion1, 'credentialReports']
const tableNames: TableName[] = [...tablesOfVersion2, 'roles', 'policies', 'instanceProfiles', 'events']
const tablesOf = new Map([
  [1, tablesOfVersion1],
  [2, tablesOfVersion2],
  [version, tableNames],
])

/** An account's tables, with nothing in them but its facts. */
export const emptyData = (facts: Rows['account']): Data => ({
  account: new Map([['account', facts]]),
  users: new Map(),
  groups: new Map(),
  accessKeys: new Map(),
  sessions: new Map(),
  mfaDevices: new Map(),
  credentialReports: new Map(),
  roles: new Map(),
  policies: new Map(),
  instanceProfiles: new Map(),
  events: new Map(),
})

/** Puts one changed row into its table. */
export const applyChange = (data: Data, [table, key, row]: Change): void => {
  const rows = data[table] as Map<string, Rows[TableName]>
  if (row === null) rows.delete(key)
  else rows.set(key, row)
}

/** All rows as text. `seq` is the number of the last change in them. */
export const toSnapshot = (data: Data, seq: number): string => {
  const tables = Object.fromEntries(tableNames.map(name => [name, [...data[name]]]))
  return `${JSON.stringify({ version, seq, tables })}\n`
}

/** The rows of a snapshot, or why they cannot be had. `isOld`: `modernized` is to see them once the journal is replayed. */
export const fromSnapshot = (
  text: string,
): { data: Data; seq: number; isOld: boolean } | 'damaged' | 'newer' => {
  const snapshot = parse(text) as Partial<Snapshot> | null | undefined
  if (typeof snapshot?.version === 'number' && snapshot.version > version) return 'newer'
  const names = tablesOf.get(snapshot?.version ?? 0)
  if (names === undefined || !Number.isSafeInteger(snapshot?.seq) || !isObject(snapshot?.tables))
    return 'damaged'
  const { tables, seq } = snapshot as Snapshot
  const isOld = snapshot.version !== version
  if (!names.every(name => Array.isArray(tables[name]) && tables[name].every(isRow))) return 'damaged'
  const data = Object.fromEntries(
    tableNames.map(name => [name, new Map(names.includes(name) ? tables[name] : [])]),
  ) as unknown as Data
  return /^\d{12}$/.test(data.account.get('account')?.id ?? '') ? { data, seq, isOld } : 'damaged'
}

/** Rows of an older version in today's form: in the first the credential report stood among the account's facts. */
export const modernized = (data: Data): void => {
  const { credentialReport, ...facts } = data.account.get('account') as Rows['account'] & {
    credentialReport?: CredentialReportRow
  }
  data.account.set('account', facts)
  if (credentialReport !== undefined) data.credentialReports.set('newest', credentialReport)
}

/** The number and the changes of one line of the journal; undefined when it is none. */
export const fromLine = (line: string): { seq: number; changes: Change[] } | undefined => {
  const entry = parse(line) as { seq?: unknown; changes?: unknown } | null | undefined
  return typeof entry?.seq === 'number' && Array.isArray(entry.changes) && entry.changes.every(isChange)
    ? (entry as { seq: number; changes: Change[] })
    : undefined
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isRow = (entry: unknown): boolean =>
  Array.isArray(entry) && entry.length === 2 && typeof entry[0] === 'string' && isObject(entry[1])

const isChange = (change: unknown): boolean =>
  Array.isArray(change) &&
  change.length === 3 &&
  tableNames.includes(change[0]) &&
  typeof change[1] === 'string' &&
  (change[2] === null || isObject(change[2]))
