import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { quantile, row, time } from './figures.mjs'

/** What is measured is the source, bundled for this run. */
const load = async () => {
  const outdir = mkdtempSync(join(tmpdir(), 'iam-lab-bench-code-'))
  await build({
    entryPoints: ['bench/subject.ts'],
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    target: 'node20.19',
    banner: {
      js: "import{createRequire as createRequireHere}from'node:module';const require=createRequireHere(import.meta.url);",
    },
  })
  return import(pathToFileURL(join(outdir, 'subject.mjs')).href)
}

const measure = async (work, rounds) => {
  const took = []
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now()
    await work(round)
    took.push(performance.now() - begun)
  }
  return took
}

/** One call in process through the real client, signed, decided and stored, over the same on a handler that answers at once. */
export const calls = async home => {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true'
  const subject = await (await load()).open(home)
  const lines = []
  for (const [name, { real, empty }] of Object.entries(subject.calls)) {
    await measure(real, 300)
    await measure(empty, 300)
    const figures = { real: [], empty: [] }
    for (let block = 0; block < 20; block++) {
      figures.real.push(...(await measure(real, 100)))
      figures.empty.push(...(await measure(empty, 100)))
    }
    const at = share => [quantile(figures.real, share), quantile(figures.empty, share)]
    const shown = share => {
      const [real, empty] = at(share)
      return `${time(real)} = ${(real / empty).toFixed(1)} x`
    }
    lines.push(row(`${name}, over an empty handler`, `p50 ${shown(0.5)}, p99 ${shown(0.99)}`))
  }
  subject.close()
  return lines
}
