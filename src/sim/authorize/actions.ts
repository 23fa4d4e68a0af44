import { wildcard } from './pattern.ts'

/** The actions that a statement names, in `Action` or `NotAction`. */
export type Actions = {
  /** The services of which it names any, in lower case; undefined when that can be any service. */
  services: ReadonlySet<string> | undefined
  /** Whether an action is among them; both are given in lower case. */
  include: (action: string, service: string) => boolean
}

/** The part before the colon, in lower case; undefined when there is none. */
export const serviceOf = (action: string): string | undefined => {
  const colon = action.indexOf(':')
  return colon < 0 ? undefined : action.slice(0, colon).toLowerCase()
}

const hasWildcard = (text: string) => text.includes('*') || text.includes('?')

/**
 * Takes the names apart by service, so that one of many hundreds is found at once. "The prefix and the action name are case insensitive."
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export const actionsIn = (names: string[]): Actions => {
  const whole = new Set<string>()
  const ofService = new Map<string, ((action: string) => boolean)[]>()
  const ofAny: ((action: string) => boolean)[] = []
  for (const name of names.map(name => name.toLowerCase())) {
    const service = serviceOf(name)
    if (service === undefined || hasWildcard(service)) ofAny.push(wildcard(name))
    else {
      const patterns = ofService.get(service) ?? []
      ofService.set(service, patterns)
      if (hasWildcard(name)) patterns.push(wildcard(name))
      else whole.add(name)
    }
  }
  return {
    services: ofAny.length > 0 ? undefined : new Set(ofService.keys()),
    include: (action, service) =>
      whole.has(action) ||
      ofAny.some(matches => matches(action)) ||
      (ofService.get(service)?.some(matches => matches(action)) ?? false),
  }
}
