import { list, statement, type Statement, type StatementDocument } from './statement.ts'

type Document = { Version?: string; Statement: StatementDocument | StatementDocument[] }

/** The statements of a policy's document, which IAM has accepted before: those that can apply to the actions of a service. */
export type Policy = { statementsOn: (service: string) => readonly Statement[] }

const policy = ({ Version, Statement }: Document): Policy => {
  const statements = list(Statement).map((each, index) => statement(each, index, Version === '2012-10-17'))
  const services = new Set(statements.flatMap(statement => [...(statement.services ?? [])]))
  const onAny = statements.filter(statement => statement.services === undefined)
  const onOne = new Map(
    Array.from(services, service => [
      service,
      statements.filter(statement => statement.services?.has(service) ?? true),
    ]),
  )
  return { statementsOn: service => onOne.get(service) ?? onAny }
}

/**
 * A document is made ready when it is first asked for and remembered by what it is, so that remembering cannot be seen.
 * Of texts the oldest are forgotten when there are many, or long ones; objects are AWS's own policies.
 */
const texts = new Map<string, Policy>()
const most = { texts: 1000, characters: 4_000_000 }
const objects = new WeakMap<object, Policy>()
let characters = 0

/** A policy's document, ready to be asked. */
export const policyOf = (document: string | object): Policy => {
  const known = typeof document === 'string' ? texts.get(document) : objects.get(document)
  if (known) return known
  if (typeof document === 'object') {
    const ready = policy(document as Document)
    objects.set(document, ready)
    return ready
  }
  const ready = policy(JSON.parse(document) as Document)
  texts.set(document, ready)
  characters += document.length
  for (const oldest of texts.keys()) {
    if (texts.size <= most.texts && characters <= most.characters) break
    texts.delete(oldest)
    characters -= oldest.length
  }
  return ready
}
