import { load, measure } from './code.mjs'
import { quantile, row, time } from './figures.mjs'

/** What it takes to decide about a call, from the caller's policies and the request's context to the answer, over GetCallerIdentity, which needs no permission. */
export const decision = async home => {
  const { decisions } = await load(home)
  const { free, ...users } = decisions()
  const took = work => measure(work, 20_000).then(all => all.slice(4000))
  const nothing = quantile(await took(free), 0.5)
  const lines = []
  for (const [who, decide] of Object.entries(users)) {
    const all = await took(decide)
    const [p50, p99] = [quantile(all, 0.5) - nothing, quantile(all, 0.99) - nothing]
    lines.push(row(`a decision for ${who}`, `p50 ${time(p50)}, p99 ${time(p99)}`))
  }
  return lines
}
