import { contextKeysOfVariables } from './pattern.ts'

type Statement = Record<string, unknown>
type Document = { Version?: unknown; Statement?: unknown }

const list = (value: unknown): unknown[] => (value === undefined ? [] : [value].flat())

/** The statements of a policy that IAM has accepted, as they are written. */
export const writtenStatements = (
  document: string | object,
): { statement: Statement; version: unknown }[] => {
  const { Version, Statement } = (typeof document === 'string' ? JSON.parse(document) : document) as Document
  return list(Statement).map(statement => ({ statement: statement as Statement, version: Version }))
}

/** The condition keys and variables that a statement asks for, as it writes them, each once. */
export const contextKeysOf = ({
  statement,
  version,
}: ReturnType<typeof writtenStatements>[number]): string[] => {
  const conditions = Object.values((statement['Condition'] ?? {}) as Record<string, Record<string, unknown>>)
  const texts = [
    ...list(statement['Resource']),
    ...list(statement['NotResource']),
    ...conditions.flatMap(keys => Object.values(keys).flatMap(list)),
  ].map(String)
  const variables = version === '2012-10-17' ? texts.flatMap(contextKeysOfVariables) : []
  return distinct([...conditions.flatMap(keys => Object.keys(keys)), ...variables])
}

/** Keys once each: they are the same without regard to case. */
export const distinct = (keys: string[]): string[] => {
  const seen = new Set<string>()
  return keys.filter(key => !seen.has(key.toLowerCase()) && seen.add(key.toLowerCase()))
}
