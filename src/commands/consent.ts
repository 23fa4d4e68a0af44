import type { Ask } from '../lab/console.ts'
import type { World } from './world.ts'

/** Puts a consent to the person at the terminal; every other page is answered by `answer`. */
export const consenting =
  (answer: Ask, world: Pick<World, 'err' | 'ask'>): Ask =>
  async (page, problem) => {
    if (page.consent === undefined) return answer(page, problem)
    for (const line of problem === undefined ? [page.title, ...page.instructions] : [problem]) world.err(line)
    const typed = await world.ask(`Type ${page.consent.label}, or nothing to stop: `)
    return typed?.trim() ? { Typed: typed } : answer(page)
  }
