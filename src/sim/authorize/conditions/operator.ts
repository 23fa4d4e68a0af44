import type { RequestContext } from '../pattern.ts'

/** Whether one value of the request is as one value of the policy says. */
export type Test = (actual: string, context: RequestContext) => boolean

/** A condition operator: how a value in a policy becomes a test. */
export type Operator = {
  test: (value: string, variables: boolean) => Test
  /** Holds when none of the policy's values match, and when the request has no such key. */
  negated?: true
  /** Looks at whether the request has the key, not at what it is. */
  ofPresence?: true
}
